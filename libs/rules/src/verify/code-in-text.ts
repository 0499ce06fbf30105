/** Finds the six digits of a code in a customer's words, where they are the one number of a short text. */

const longest = 200;
/** Half and full width, in one run or as `123 456`. */
const sixDigits = /(?<![\d０-９])[\d０-９]{3}[ -]?[\d０-９]{3}(?![\d０-９])/g;

export type CodeFound = { code: string; masked: string };

/** `masked`: the words without the code, for who reads them later. Null: nothing there that could be one. */
export function codeInText(text: string): CodeFound | null {
  if (text.length > longest) return null;
  const [first, second] = text.matchAll(sixDigits);
  if (!first || second) return null;
  const code = first[0].normalize('NFKC').replace(/\D/g, '');
  return { code, masked: text.replace(first[0], '••••••') };
}
