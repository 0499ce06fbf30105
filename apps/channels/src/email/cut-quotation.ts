/** What the customer newly wrote: the text above the quotation, without the signature; of a text never nothing. */
import { cutSignature } from './cut-signature.ts';
import { findAttribution } from './find-attribution.ts';
import { hasWords, isBlank, isForward, isHeaderBlock, isQuoted, isSeparator } from './quotation-signs.ts';

export function cutQuotation(text: string): string {
  const lines = text.replace(/[\u00a0\u202f]/g, ' ').split(/\r?\n/);
  const cut = cutLines(lines);
  const written = plain(withoutRule(cutSignature(cut)));
  if (written !== '') return written;
  const unsigned = plain(cut);
  if (unsigned !== '') return unsigned;
  // Nothing but quotation, as far as we can see: a wrong guess must not make a customer's words vanish.
  return lines.every((line) => isBlank(line) || isQuoted(line)) ? '' : plain(lines);
}

/** What `text-of-html.ts` wrote into the text is for us alone. */
const plain = (lines: string[]) => withoutMarks(lines.join('\n')).trim();
export const withoutMarks = (text: string) =>
  text.replace(/^[ \t]*[\ue000-\ue003]+[ \t]*\n/gm, '').replace(/[\ue000-\ue003]/g, '');

function cutLines(lines: string[]): string[] {
  const start = lines.findIndex((line) => !isBlank(line));
  if (start < 0) return [];
  const onlyQuotedFrom = whereOnlyQuoted(lines);
  const kept: string[] = [];
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (isForward(line)) return [...kept, ...lines.slice(at)];
    if (isSeparator(lines, at) || isHeaderBlock(lines, at)) return hasWords(kept) ? kept : lines.slice(at);
    const attribution = findAttribution(lines, at);
    if (attribution) {
      if (attribution.before) kept.push(attribution.before);
      const rest = lines.slice(at + attribution.lines);
      if (isForward(rest.find((one) => !isBlank(one)) ?? '')) return [...kept, ...rest];
      return hasWords(kept) ? [...kept, ...answersBelow(rest)] : belowQuotation(rest);
    }
    if (at >= onlyQuotedFrom) return kept;
    kept.push(line);
  }
  return kept;
}

/** From here on there are quoted lines and at most a signature under them. */
function whereOnlyQuoted(lines: string[]): number {
  const last = lines.findLastIndex(isQuoted);
  if (last < 0 || hasWords(cutSignature(lines.slice(last + 1)))) return lines.length;
  return lines.findLastIndex((line, at) => at < last && !isQuoted(line) && !isBlank(line)) + 1;
}

/** The lines that a mail program drew above the quotation. */
const withoutRule = (lines: string[]): string[] =>
  lines.slice(0, lines.findLastIndex((line) => !isBlank(line) && !/^[-_*=—–―－\s]{2,}$/.test(line)) + 1);

/** Who writes between or under the quoted lines is heard too; unquoted text right after the attribution is the old mail. */
function answersBelow(rest: string[]): string[] {
  const first = rest.find((line) => !isBlank(line));
  if (!first || !isQuoted(first)) return [];
  const lastQuoted = rest.findLastIndex(isQuoted);
  const below = cutSignature(rest.slice(lastQuoted + 1));
  if (isAnsweredBetween(rest.slice(0, lastQuoted))) return ['', ...rest.slice(0, lastQuoted + 1), ...below];
  return hasWords(below) ? ['', ...below] : [];
}

/** A paragraph of its own among quoted lines, not a quoted line that a mail program broke in two. */
const isAnsweredBetween = (lines: string[]) =>
  lines.some(
    (line, at) => !isQuoted(line) && !isBlank(line) && isBlank(lines[at - 1] ?? '') && isBlank(lines[at + 1] ?? ''),
  );

/** The answer stands under the quotation, or between its lines, which then tell what is answered. */
function belowQuotation(rest: string[]): string[] {
  const own = rest.filter((line) => !isQuoted(line));
  if (!hasWords(own)) return [];
  const first = rest.findIndex((line) => !isBlank(line));
  const lastQuoted = rest.findLastIndex(isQuoted);
  if (lastQuoted < 0) return rest;
  const isBetween = isQuoted(rest[first]!) ? isAnsweredBetween(rest.slice(0, lastQuoted)) : true;
  return isBetween ? withoutAttributions(rest) : rest.slice(lastQuoted + 1);
}

function withoutAttributions(lines: string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const attribution = isQuoted(lines[at]!) ? null : findAttribution(lines, at);
    if (attribution) at += attribution.lines - 1;
    else kept.push(lines[at]!);
  }
  return kept;
}
