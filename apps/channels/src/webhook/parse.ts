/** One message of a system → what its customer says. Pure; files that only have an address come later. */
import type { Parsed } from '../channel.ts';
import { keepFile } from '../keep-file.ts';
import { readJson } from '../read-json.ts';
import { problemOf, SaidMessage } from './said.ts';
import { testAddress } from './write-to-itself.ts';

export async function parse(raw: Buffer): Promise<Parsed> {
  const { data: said, error } = SaidMessage.safeParse(readJson(raw));
  if (!said) return { kind: 'unreadable', because: 'unreadable-item', detail: problemOf(error) };
  const { from, thread, externalId = null, answers, evidence } = said;
  const outside = said.files.filter(({ url }) => url !== undefined);
  const inline = said.files.filter(({ base64 }) => base64 !== undefined);
  return {
    kind: 'message',
    from: {
      address: from.address,
      name: from.name || null,
      vouchedBy: null,
      email: null,
      ...(evidence.length > 0 ? { evidence } : {}),
    },
    thread: { key: thread, conversationId: null, reference: externalId, answers: answers ? [answers] : [] },
    subject: said.subject || null,
    text: said.text,
    hasMore: false,
    files: await Promise.all(
      inline.map(({ name, type, base64 }) => keepFile({ name, type, content: Buffer.from(base64!, 'base64') })),
    ),
    ...(outside.length > 0 ? { named: outside.map(({ name, type }) => ({ name, type })) } : {}),
    automatic: from.address === testAddress ? 'auto-generated' : null,
    sentAt: said.sentAt ?? null,
    whole: null,
  };
}
