/** All SQL of delay notices. */
import type { ClockId, ConversationId, MessageId, TicketId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';

type Foreseen = { clockId: ClockId; nth: number; conversationId: ConversationId; newTime: string | null };

/** Gives those that were not foreseen before: each clock's nth is told of once, by this key. */
export async function insertNotices(tx: Tx, foreseen: Foreseen[]): Promise<Set<string>> {
  if (foreseen.length === 0) return new Set();
  const rows = await tx.query<{ clock_id: ClockId; nth: number }>(
    `INSERT INTO delay_notice (clock_id, nth, conversation_id, new_time)
     SELECT "clockId", nth, "conversationId", "newTime" FROM jsonb_to_recordset($1::jsonb)
         AS f ("clockId" uuid, nth int, "conversationId" uuid, "newTime" timestamptz)
     ON CONFLICT (clock_id, nth) DO NOTHING RETURNING clock_id, nth`,
    [JSON.stringify(foreseen)],
  );
  return new Set(rows.map(({ clock_id, nth }) => keyOf(clock_id, nth)));
}
export const keyOf = (clockId: ClockId, nth: number): string => `${clockId}:${nth}`;

export type NoticeStanding = {
  now: string;
  isAnswered: boolean;
  isPromiseKept: boolean;
  isKnownAddress: boolean;
  wasToldElsewhere: boolean;
};

/** Of a promise the ticket; where the clock names none, any that is not answered keeps it open. */
export async function readStanding(tx: Tx, id: ConversationId, ticketId: TicketId | null): Promise<NoticeStanding> {
  const [standing] = await tx.query<NoticeStanding>(
    `SELECT to_json(now()) AS now,
       EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = c.id AND m.spoken_by = 'agent' AND m.kind = 'reply'
                  AND m.delivery_state IS DISTINCT FROM 'failed' AND m.at >= coalesce(c.last_customer_at, c.arrived_at))
         AS "isAnswered",
       NOT EXISTS (SELECT 1 FROM ticket t WHERE t.conversation_id = c.id AND t.id = coalesce($2::uuid, t.id)
                      AND t.answered_at IS NULL AND t.state NOT IN ('solved', 'closed')) AS "isPromiseKept",
       a.is_verified OR EXISTS (SELECT 1 FROM conversation o WHERE o.address_id = a.id AND o.first_reply_at IS NOT NULL)
         AS "isKnownAddress",
       EXISTS (SELECT 1 FROM conversation o JOIN delay_notice n ON n.conversation_id = o.id
                WHERE o.address_id = a.id AND o.id <> c.id AND n.message_id IS NOT NULL
                  AND n.at > now() - interval '1 day') AS "wasToldElsewhere"
       FROM conversation c JOIN address a ON a.id = c.address_id WHERE c.id = $1`,
    [id, ticketId],
  );
  return standing!;
}

type Settled = { clockId: ClockId; nth: number; messageId: MessageId | null; withheld: string | null };

export async function settleNotice(tx: Tx, { clockId, nth, messageId, withheld }: Settled): Promise<void> {
  await tx.query('UPDATE delay_notice SET message_id = $3, withheld = $4 WHERE clock_id = $1 AND nth = $2', [
    clockId,
    nth,
    messageId,
    withheld,
  ]);
}
