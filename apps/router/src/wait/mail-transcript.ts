/** Writes what was said with an address for a mail of its own: the last conversation, what the customer read, no notes. */
import type { ConversationId, PolicyV1, TranscriptAsked } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { holdConversations } from '../intake/conversations.store.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';

const mostCharacters = 60_000;
const words = {
  en: { subject: 'Your chat with {desk}', you: 'You', note: 'The transcript of this chat was sent to {to}.' },
  zh: { subject: '您与{desk}的对话记录', you: '您', note: '对话记录已发送至 {to}。' },
};
type Line = { spoken_by: string; text: string; shown_at: Date; files: string[] };

/** The row in the chat says only that it went out: what it carries stands there already. */
export async function mailTranscript(tx: Tx, asked: TranscriptAsked, policy: PolicyV1): Promise<void> {
  const { channel, account, address, by, to, language } = asked;
  const [last] = await tx.query<{ id: ConversationId }>(
    `SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id
      WHERE a.channel = $1 AND a.address = $2 AND c.account = $3 ORDER BY c.arrived_at DESC, c.id DESC LIMIT 1`,
    [channel, address, account],
  );
  const held = last && (await holdConversations(tx, [last.id])).get(last.id);
  if (!held) refuse('nothing-said-yet');
  const lines = await tx.query<Line>(
    `SELECT spoken_by, text, shown_at, ARRAY(SELECT f->>'name' FROM jsonb_array_elements(attachments) f) AS files
       FROM message WHERE conversation_id = $1 AND kind <> 'note' ORDER BY shown_at, id`,
    [held.id],
  );
  const desk = policy.desk.name[language];
  const said = words[language];
  held.version += 1;
  await sendToCustomer(tx, held, {
    kind: 'greeting',
    spokenBy: 'desk',
    author: null,
    text: said.note.replace('{to}', to),
    instead: {
      // asked for by a person: no automatic answer, and nothing in bulk
      kind: 'reply',
      channel: by.channel,
      account: by.account,
      to: { address: to, name: null },
      subject: said.subject.replace('{desk}', desk),
      text: newestOf(lines.map((line) => write(line, { you: said.you, desk }))).join('\n\n'),
      thread: { key: `transcript:${held.id}`, references: [] },
    },
  });
}

/** Whole lines from the end, as many as a mail takes; of one that is too long alone, its beginning. */
function newestOf(lines: string[]): string[] {
  const kept: string[] = [];
  let left = mostCharacters;
  for (const line of lines.toReversed()) {
    left -= line.length + 2;
    if (left < 0)
      return kept.length > 0 ? ['…', ...kept] : [line.slice(0, mostCharacters).replace(/[\ud800-\udbff]$/, '')];
    kept.unshift(line);
  }
  return kept;
}

function write({ spoken_by, text, shown_at, files }: Line, { you, desk }: { you: string; desk: string }): string {
  const time = shown_at.toISOString().slice(0, 16).replace('T', ' ');
  const whole = [text, ...files.map((name) => `[${name}]`)].filter(Boolean).join('\n');
  return `${time} UTC · ${spoken_by === 'customer' ? you : desk}\n${whole}`;
}
