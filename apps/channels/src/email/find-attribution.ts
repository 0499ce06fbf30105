/** Finds the line, or the few, in which a program says who wrote what follows and when: "On … wrote:". */
import { isBlank, isQuoted, marks } from './quotation-signs.ts';
import { opener, saidWord, wroteWord } from './quotation-words.ts';

export type Attribution = { lines: number; before: string };

const mostLines = 5;
const longest = 400;
const longestOfName = 80;
const longestEnd = 60;
/** Google's "2026-11-20 10:00 GMT+01:00 Some One", Zoho's "---- On … wrote ----". */
const isStamp = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} GMT[+-]\d{2}:\d{2} \S+( \S+){0,3}:?$|^-{2,}.*-{2,}$/;

const edge = '(?<![\\p{L}\\p{M}])';
/** Where words stand without spaces, the verb follows the name: 客服写道. */
const wrote = `(?:${edge}|(?<=[\\u3000-\\u9fff\\uac00-\\ud7af]))(?:${wroteWord})`;
const endsWithVerb = new RegExp(`(?:${wrote})\\s*(?:[:：]|-{2,}|…)?\\s*[-*_]*$`, 'iu');
const endsWithSaid = new RegExp(`(?:${wrote}|${edge}(?:${saidWord}))\\s*[:：]\\s*$`, 'iu');
const hasVerb = new RegExp(
  `(?:${wrote}|${edge}(?:${saidWord}))(?![\\p{L}\\p{M}](?<![\\u3000-\\u9fff\\uac00-\\ud7af]))`,
  'iu',
);
const opens = new RegExp(`^[\\s>*_-]*(?:(?:${opener})(?![\\p{L}])|(?:${opener})(?=[\\u3000-\\u9fff\\d]))`, 'iu');
const address = /[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/;
const time = /\d{1,2}\s?[:.h時时點点시]\s?\d{2}/;
const day = /\d{4}|\d{1,2}[./-]\d{1,2}|[\d]+\s?[年月日년월일]|\p{L}{3,}\.?\s\d{1,2}|\d{1,2}\.?\s\p{L}{3,}/u;
const year = /(?:19|20)\d{2}|[年년]/;
const ends = /[:：]\s*[*_]*$/;
/** The customer's own sentence may end so too. */
const ownWords =
  /\b(?:I|you|we|they) (?:wrote|writes?|sent|said)\b|\b(?:ich|wir|sie) schrieb|schrieb(?:en)? (?:ich|sie|wir)\b|\b(?:ik|wij|jag|jeg|vi) (?:schreef|skrev)\b|(?:schreef|skrev) (?:ik|jag|jeg|vi)\b|^\s*(?:我|我们|我們|私)/iu;

/** An attribution that begins in this line, and over how many lines it goes. */
export function findAttribution(lines: string[], at: number): Attribution | null {
  const line = lines[at]!;
  if (line.length > longest * 3) return null;
  if (line.trimStart().startsWith(marks.attribution)) return { lines: linesOfMarked(lines, at), before: '' };
  const shared = /^(.{1,200}?\S)?\s*-{2,}\s?((?:On|Am|Le|El|Il|Op)\s.*)$/.exec(line);
  const before = /[\p{L}\d]/u.test(shared?.[1] ?? '') ? shared![1]!.trim() : '';
  let text = '';
  for (let many = 1; many <= mostLines && at + many <= lines.length; many += 1) {
    const next = many === 1 ? (shared?.[2] ?? line) : lines[at + many - 1]!;
    if (many > 1 && (isBlank(next) || (isQuoted(next) && !isQuoted(line) && !isCutShort(text)))) return null;
    text = `${text} ${next.replace(/^[\s>＞]+/, '').trim()}`.trim();
    if (text.length > longest) return null;
    if (many === 1 && !mayBegin(text)) return null;
    if (many === 1 && sharesLineWithQuotation(text)) return { lines: 1, before };
    if (isAttribution(text, { isAbove: standsAboveQuoted(lines, at + many) })) return { lines: many, before };
  }
  return null;
}

/** "On …, Support<support@desk.test> wrote:   Dear customer": what follows several spaces is quoted already. */
function sharesLineWithQuotation(text: string): boolean {
  const [, start] = /^(.{20,300}?[:\uff1a])\s{2,}\S/.exec(text) ?? [];
  return (
    start !== undefined &&
    !ownWords.test(start) &&
    opens.test(start) &&
    address.test(start) &&
    time.test(start) &&
    endsWithVerb.test(start.slice(-longestEnd))
  );
}

/** A marked attribution goes on to the first quoted or blank line. */
function linesOfMarked(lines: string[], at: number): number {
  const end = lines.findIndex((line, index) => index > at && (isBlank(line) || isQuoted(line)));
  return (end < 0 ? lines.length : end) - at;
}

/** "On …, Somebody <some@body.test" and then "> wrote:" is one broken line, not a quoted one. */
const isCutShort = (text: string) => text.lastIndexOf('<') > text.lastIndexOf('>');

/** A line that begins an attribution tells when or who at once. */
const mayBegin = (text: string) =>
  opens.test(text) || address.test(text) || /\d/.test(text) || /["“<(]/.test(text) || ends.test(text);

const standsAboveQuoted = (lines: string[], at: number) => {
  const next = lines.slice(at, at + 3).find((line) => !isBlank(line));
  return next !== undefined && isQuoted(next);
};

function isAttribution(text: string, { isAbove }: { isAbove: boolean }): boolean {
  const tail = text.slice(-longestEnd);
  if (!ends.test(tail) && !endsWithVerb.test(tail) && !isStamp.test(text)) return false;
  if (ownWords.test(text)) return false;
  const [hasAddress, hasTime, hasDay] = [address.test(text), time.test(text), day.test(text)];
  if (hasAddress && (hasDay || hasTime) && endsWithVerb.test(tail)) return true;
  if (hasAddress && hasTime && hasDay && ends.test(text)) return true;
  if (hasAddress && ends.test(text) && hasVerb.test(text)) return isAbove || hasDay || opens.test(text);
  if (isAbove && ends.test(text)) {
    if (hasAddress || (hasTime && hasDay)) return true;
    if (endsWithSaid.test(text) && (text.length <= longestOfName || hasDay)) return true;
    if (hasVerb.test(text) && hasDay) return true;
  }
  if (!hasTime || !hasDay) return false;
  if (isStamp.test(text)) return !text.startsWith('-') || hasVerb.test(text);
  return (
    year.test(text) &&
    (opens.test(text) || /^\d/.test(text)) &&
    ends.test(text) &&
    hasVerb.test(text) &&
    !endsWithSaidAlone(text)
  );
}

const saidAlone = new RegExp(`${edge}(?:${saidWord})\\s*[:：]\\s*$`, 'iu');
const endsWithSaidAlone = (text: string) => saidAlone.test(text);
