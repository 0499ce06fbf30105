/** What the customer newly wrote: the text above the quotation, without the signature; of a text never nothing. */

import { cutSignature } from './cut-signature.ts';
import { findAttribution, isForward, isHeaderBlock, isSeparator } from './quotation-signs.ts';

const isQuoted = (line: string) => /^\s*(>|>)/.test(line);
const isBlank = (line: string) => line.trim() === '';

export function cutQuotation(text: string): string {
  const lines = text.replace(/\u00a0/g, ' ').split(/\r?\n/);
  const cut = cutLines(lines);
  const written = withoutRule(cutSignature(cut)).join('\n').trim();
  if (written !== '') return written;
  const unsigned = cut.join('\n').trim();
  if (unsigned !== '') return unsigned;
  // Nothing but quotation, as far as we can see: a wrong guess must not make a customer's words vanish.
  return lines.every((line) => isBlank(line) || isQuoted(line)) ? '' : text.trim();
}

function cutLines(lines: string[]): string[] {
  const start = lines.findIndex((line) => !isBlank(line));
  if (start < 0) return [];
  const kept: string[] = [];
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (isForward(line)) return [...kept, ...lines.slice(at)];
    if (isSeparator(line) || isHeaderBlock(lines, at)) return kept.length > 0 ? kept : lines.slice(at);
    const attribution = findAttribution(lines, at);
    if (attribution) {
      if (attribution.before) kept.push(attribution.before);
      const rest = lines.slice(at + attribution.lines);
      return hasWords(kept) ? [...kept, ...answersBelow(rest)] : belowQuotation(rest);
    }
    if (isQuoted(line) && lines.slice(at).every((one) => isQuoted(one) || isBlank(one))) return kept;
    kept.push(line);
  }
  return kept;
}

/** The line that a mail program drew above the quotation. */
function withoutRule(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => !isBlank(line));
  return last >= 0 && /^\s*[-_*—]+\s*$/.test(lines[last]!) ? withoutRule(lines.slice(0, last)) : lines;
}

const hasWords = (lines: string[]) => lines.some((line) => !isBlank(line));

/** Who writes between or under the quoted lines is heard too; unquoted text right after the attribution is the old mail. */
function answersBelow(rest: string[]): string[] {
  const first = rest.find((line) => !isBlank(line));
  if (!first || !isQuoted(first)) return [];
  const lastQuoted = rest.findLastIndex(isQuoted);
  const below = cutSignature(rest.slice(lastQuoted + 1));
  const between = rest.slice(0, lastQuoted).some((line, at) => !isQuoted(line) && !isBlank(line) && stands(rest, at));
  if (between) return ['', ...rest.slice(0, lastQuoted + 1), ...below];
  return hasWords(below) ? ['', ...below] : [];
}

/** A paragraph of its own among quoted lines, not a quoted line that a mail program broke in two. */
const stands = (lines: string[], at: number) => isBlank(lines[at - 1] ?? '') && isBlank(lines[at + 1] ?? '');

/** The answer stands under the quotation, or the quotation is all there is. */
function belowQuotation(rest: string[]): string[] {
  const own = rest.filter((line) => !isQuoted(line));
  return hasWords(own) ? own : [];
}
