/** Parts what somebody wrote from what they quote below it, so that the quotation can be folded. */
const openers = [
  /^\s*(?:On|Am|Le)\b.{0,200}(?:wrote|schrieb|a écrit)\s*:\s*$/,
  /^\s*(?:在|于).{0,120}(?:写道|寫道)\s*[::]\s*$/,
  /^\s*.{0,160}于\s*\d{4}.{0,60}(?:写道|寫道)\s*[::]\s*$/,
  /^\s*-{2,}\s*(?:Original Message|原始邮件|原始郵件|回复的原邮件|Forwarded message)\s*-{2,}\s*$/i,
  /^_{10,}\s*$/,
];

export function splitQuotation(text: string): { own: string; quoted: string } {
  const lines = text.split('\n');
  const at = lines.findIndex((line, index) => opens(line, lines[index + 1]) || isQuotedToEnd(lines, index));
  const own = lines.slice(0, at).join('\n').trimEnd();
  // a mail that is nothing but quotation is shown as it is
  if (at < 0 || own.trim() === '') return { own: text.trimEnd(), quoted: '' };
  return { own, quoted: lines.slice(at).join('\n').trim() };
}

/** "On Monday, X wrote:" may be broken over two lines by the mail program. */
function opens(line: string, next = ''): boolean {
  return openers.some(
    (opener) => opener.test(line) || (/^\s*(On|在|于)/.test(line) && opener.test(`${line} ${next.trim()}`)),
  );
}

const isQuoted = (line: string) => line.trimStart().startsWith('>');

/** Only a quotation that runs to the end is folded: answers written between quoted lines stay readable. */
function isQuotedToEnd(lines: string[], index: number): boolean {
  if (!isQuoted(lines[index] ?? '')) return false;
  return lines.slice(index).every((line) => isQuoted(line) || line.trim() === '');
}
