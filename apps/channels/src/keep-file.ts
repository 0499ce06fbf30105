/** A file that came with an item, made fit to keep: hashed, its type sniffed from the bytes, its name cleaned of paths. */
import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { ReceivedFile } from './channel.ts';

/** As a provider gave it: neither name nor type is to be believed. */
export type GivenFile = { name: string; type: string; content: Buffer };

const longestName = 255;
/** Plain kinds that have no signature to sniff and that no browser runs. */
const plainTypes = new Set(['text/plain', 'text/csv', 'text/calendar', 'text/vcard', 'message/rfc822']);
/** Sniffed truly, and still able to run code when opened. */
const activeTypes = /html|xml|svg|javascript/;

export async function keepFile({ name, type, content }: GivenFile): Promise<ReceivedFile> {
  const sniffed = (await fileTypeFromBuffer(content))?.mime;
  const claimed = type.toLowerCase().split(';')[0]!.trim();
  const trusted = sniffed && !activeTypes.test(sniffed) ? sniffed : plainTypes.has(claimed) ? claimed : undefined;
  return {
    sha256: createHash('sha256').update(content).digest('hex'),
    name: cleanName(name),
    type: trusted ?? 'application/octet-stream',
    bytes: content.length,
    content,
  };
}

/** The last part of what may be a path, without what a screen or a shell would obey, at most 255 bytes. */
function cleanName(name: string): string {
  const last = Buffer.from(name).toString().split(/[/\\]/).at(-1)!;
  const clean = last
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .replace(/^\.+/, '')
    .trim();
  let cut = clean;
  while (Buffer.byteLength(cut) > longestName) cut = [...cut].slice(0, -1).join('');
  return cut || 'file';
}
