/** A visitor's recorded words to what they say. Pure: the socket and the token were seen to before. */
import { ChatSay, MessageReceivedV1 } from '@trunkline/contracts';
import { z } from 'zod';
import type { Parsed } from '../channel.ts';
import { readJson } from '../read-json.ts';
import { testVisitorId } from './sign-visitor.ts';

/** What is kept of a frame: who was let in on which site, and the frame itself. */
export const RecordedSay = z.object({ site: z.string(), from: MessageReceivedV1.shape.from, say: ChatSay });
export type RecordedSay = z.infer<typeof RecordedSay>;

export async function parse(raw: Buffer): Promise<Parsed> {
  const recorded = readJson(raw);
  if (recorded === undefined) return { kind: 'unreadable', because: 'not-json', detail: 'the frame is not JSON' };
  const { success, data, error } = RecordedSay.safeParse(recorded);
  if (!success) {
    const detail = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return { kind: 'unreadable', because: 'bad-request', detail };
  }
  return {
    kind: 'message',
    from: data.from,
    thread: { key: '', conversationId: null, reference: null, answers: [] },
    subject: null,
    text: data.say.text,
    hasMore: false,
    files: [],
    ...(data.say.form ? { form: data.say.form } : {}),
    ...(data.say.chosen ? { chosen: data.say.chosen } : {}),
    automatic: data.from.address === `v:${testVisitorId}` ? 'auto-generated' : null,
    sentAt: null,
    whole: null,
  };
}
