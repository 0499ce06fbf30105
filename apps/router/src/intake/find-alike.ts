/** The sender's other open conversations for mails that name none of them: weighed by the rules, joined only if likely. */
import type { AddressId, ConversationId, MessageReceivedV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { type Likened, numbersIn, stripSubject } from '@trunkline/rules';
import { addressKey, type KnownAddresses } from './known-addresses.ts';

export type AlikeRow = Likened & { id: ConversationId };
export type Alike = Map<AddressId, AlikeRow[]>;

const mostOfOne = 10;
const longestText = 2_000;

/** Without a `Re:` and without a number nothing would be enough. */
const mayLookAlike = ({ thread, subject, text, automatic }: MessageReceivedV1) =>
  thread.key !== '' &&
  thread.conversationId === null &&
  automatic === null &&
  subject !== null &&
  (stripSubject(subject).answers || numbersIn(`${subject}\n${text}`).length > 0);

export async function findAlike(
  tx: Tx,
  batch: MessageReceivedV1[],
  { addresses, known }: { addresses: KnownAddresses; known: Set<string> },
): Promise<Alike> {
  const asking = batch.filter((one) => mayLookAlike(one) && !one.thread.answers.some((answer) => known.has(answer)));
  const ids = new Set(asking.map((message) => addresses.get(addressKey(message))!.addressId));
  if (ids.size === 0) return new Map();
  const rows = await tx.query<AlikeRow & { addressId: AddressId }>(
    `SELECT c.id, c.address_id AS "addressId", c.subject, a.name, c.account, to_json(c.last_at) AS at,
       coalesce((SELECT string_agg(m.text, E'\\n' ORDER BY m.shown_at DESC) FROM (
         SELECT left(text, ${longestText}) AS text, shown_at FROM message
          WHERE conversation_id = c.id AND spoken_by = 'customer' ORDER BY shown_at DESC LIMIT 3) m), '') AS text
       FROM unnest($1::uuid[]) AS asked (address_id) JOIN address a ON a.id = asked.address_id
       CROSS JOIN LATERAL (SELECT * FROM conversation c WHERE c.address_id = a.id AND c.is_open AND NOT c.is_suspect
         AND c.automatic IS NULL AND c.subject IS NOT NULL ORDER BY c.last_at DESC LIMIT ${mostOfOne}) c`,
    [[...ids]],
  );
  const alike: Alike = new Map();
  for (const { addressId, ...row } of rows) alike.set(addressId, [...(alike.get(addressId) ?? []), row]);
  return alike;
}

export const likenedOf = (message: MessageReceivedV1): Likened => ({
  subject: message.subject,
  text: message.text.slice(0, longestText),
  name: message.from.name,
  account: message.account,
  at: message.receivedAt,
});

/** Which an agent can undo by splitting: so the thread says what spoke for it. */
export const joinedByLikeness = (conversationId: ConversationId, score: number) => ({
  conversationId,
  what: 'joined-by-likeness',
  because: { code: 'looks-like-its-thread', values: { score } },
});
