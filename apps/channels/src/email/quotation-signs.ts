/** Lines in which a mail program says that something older follows: separators, header blocks, what is passed on. */
import {
  asLabel,
  dateLabels,
  forwardWord,
  fromLabels,
  originalWord,
  restLabels,
  subjectLabels,
} from './quotation-words.ts';

/** Written into the text of HTML where its elements say what the words do not. */
export const marks = { olderBelow: '\ue000', attribution: '\ue001', signature: '\ue002', signatureEnd: '\ue003' };

/** No program writes such a line longer; whoever does would only cost time. */
const longestSign = 400;
export const isQuoted = (line: string) => /^\s*[>＞]/.test(line);
export const isBlank = (line: string) => line.trim() === '';
export const hasWords = (lines: string[]) => lines.some((line) => !isBlank(line));

const whole = (source: string, flags = 'iu') => new RegExp(`^(?:${source})$`, flags);
const rule = '[-_=*~—–―－\\s]';
const separators = [
  whole(`${rule}{2,}\\s*(?:${originalWord})\\s*[:：]?\\s*(?:[-_=*~—–―－].{0,40})?`),
  whole(`${rule}*(?:${originalWord})\\s*[:：]?\\s*[-_=*~—–―－]{2,}`),
  whole(
    '[-_#=\\s]{2,}\\s*(?:please )?(?:reply|respond|write|type your reply|antworten sie|répondez|responda) (?:above|oberhalb|au-dessus|por encima).{0,80}',
  ),
  /^[-_=*]{2,}\s*original\s*[-_=*]{2,}$/i,
  /^##-.*-##$/,
  /^[-=_]{3,} ?(?:请在此行上方回复|请在上方回复|この行より上に).{0,40}$/,
];
const onlyOriginal = whole(`${rule}*(?:${originalWord})\\s*[:：]?`);
const forwards = [
  whole(`${rule}{2,}\\s*(?:${forwardWord}).{0,80}`),
  whole(`(?:${forwardWord})\\s*[:：]`),
  whole(`${rule}{2,}\\s*(?:${forwardWord})\\s*${rule}*`),
];

export function isSeparator(lines: string[], at: number): boolean {
  const line = lines[at]!.trim();
  if (line.startsWith(marks.olderBelow)) return true;
  if (line.length > longestSign) return false;
  if (separators.some((sign) => sign.test(line))) return true;
  return onlyOriginal.test(line) && lines.slice(at + 1, at + 4).some((_, more) => isHeaderBlock(lines, at + 1 + more));
}

export function isForward(line: string): boolean {
  const text = line.replace(/^[\ue000-\ue003]+/, '').trim();
  return text.length <= longestSign && forwards.some((sign) => sign.test(text));
}

const mostLines = 12;

/**
 * A sender and two more labels in lines that follow each other, or a date and a sender or recipient. Without a subject
 * or an address it could as well be a journey: "From: Beijing, To: Shanghai, Date: …".
 */
export function isHeaderBlock(lines: string[], at: number): boolean {
  const first = labelOf(lines[at]!);
  if (first === '' || !(fromLabels.has(first) || dateLabels.has(first))) return false;
  const block = labelledLines(lines, at);
  const labels = block.filter(({ label }) => label !== '').map(({ label }) => label);
  const isOfMail =
    labels.some((label) => subjectLabels.has(label)) || block.some(({ line }) => /\S@\S|mailto:/.test(line));
  if (!isOfMail || labels.length < 2) return false;
  const known = new Set(labels.map((label) => kindOf(label)));
  if (fromLabels.has(first)) return known.size >= 3 || (known.has('date') && known.size >= 2);
  return isBlank(lines[at - 1] ?? '') && (known.has('from') || (known.has('rest') && known.size >= 2));
}

const kindOf = (label: string) =>
  fromLabels.has(label) ? 'from' : dateLabels.has(label) ? 'date' : subjectLabels.has(label) ? 'subject' : 'rest';

/** The block's lines: with a label we know, or broken off from the one above; ends at a blank line after the first. */
function labelledLines(lines: string[], at: number): { line: string; label: string }[] {
  const block: { line: string; label: string }[] = [];
  let broken = 0;
  for (const line of lines.slice(at, at + mostLines)) {
    if (isBlank(line)) {
      if (block.filter(({ label }) => label !== '').length > 1) break;
      continue;
    }
    const label = knownLabel(line);
    broken = label === '' ? broken + 1 : 0;
    if (broken > 2) break;
    block.push({ line, label });
  }
  return block;
}

function knownLabel(line: string): string {
  const label = labelOf(line);
  return [fromLabels, dateLabels, subjectLabels, restLabels].some((known) => known.has(label)) ? label : '';
}

/** `*From:* x`, `| 发件人 | x |` and `主 题：x` alike. */
function labelOf(line: string): string {
  const [, label] =
    /^[\s>|*_"•\ue000-\ue003]*([^:：|*]{1,24}?)\s*[*_]*\s*[:：|]/u.exec(line.slice(0, longestSign)) ?? [];
  return asLabel(label ?? '');
}
