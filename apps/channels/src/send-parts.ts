/** Sends a word in parts, one after the other; the last one's reference is the word's. */
import type { Sent } from './channel.ts';

/** What went out before cannot be taken back: then nobody may send the whole again by himself. */
export async function sendParts<Part>(parts: readonly Part[], send: (part: Part) => Promise<Sent>): Promise<Sent> {
  let last: Sent = { kind: 'failed', because: 'nothing-to-send', detail: 'no text' };
  for (const [at, part] of parts.entries()) {
    last = await send(part);
    if (last.kind === 'sent') continue;
    return at === 0 ? last : { kind: 'unknown', detail: `part ${at + 1} of ${parts.length} did not go out` };
  }
  return last;
}
