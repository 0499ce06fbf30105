/** Cuts a text that a provider takes only in parts: behind a blank where there is one, never inside a character. */

/** At most `longest` UTF-16 units each; joined they are the text. */
export function cutIntoParts(text: string, longest: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const cut = cutAt(rest, longest);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...parts, rest];
}

function cutAt(text: string, longest: number): number {
  const blank = text.slice(0, longest).search(/\s\S*$/u);
  if (blank >= longest / 2) return blank + 1;
  const isInside = /[\ud800-\udbff]/.test(text[longest - 1] as string);
  return isInside ? longest - 1 : longest;
}
