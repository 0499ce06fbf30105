/** All SQL of what was heard of clocks. */
import type { ClockId, ConversationId, Fact, TicketId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';

export type ClockFact = Fact<
  'deadline.set' | 'deadline.moved' | 'deadline.paused' | 'deadline.resumed' | 'deadline.met'
>;

/** Of these lists show the earliest; the others are nobody's promise to the customer. */
const shown = ['first-response', 'next-response', 'resolution', 'promise'];
const states = {
  'deadline.set': 'running',
  'deadline.moved': null,
  'deadline.paused': 'paused',
  'deadline.resumed': 'running',
  'deadline.met': 'met',
} as const;

/** Longer than the log is kept: what comes again from it still finds what was said later. */
const keptDays = 8;

/** The facts of a clock may come in any order, twice, or late: of each clock the last said stands. */
export async function keepClocks(tx: Tx, batch: ClockFact[]): Promise<void> {
  const facts = batch.filter(({ data }) => shown.includes(data.policy));
  if (facts.length === 0) return;
  const ids = [...new Set(facts.map(({ data }) => data.conversationId))];
  await tx.query('SELECT id FROM conversation WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
  await putClocks(tx, facts);
  await tx.query(
    `UPDATE conversation c SET next_due_at = next.due_at
       FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
         SELECT min(k.due_at) AS due_at FROM conversation_clock k
          WHERE k.conversation_id = asked.id AND k.state = 'running') next
      WHERE c.id = asked.id AND c.next_due_at IS DISTINCT FROM next.due_at`,
    [ids],
  );
  await tx.query(
    `DELETE FROM conversation_clock WHERE clock_id IN (SELECT clock_id FROM conversation_clock
       WHERE state = 'met' AND heard_at < now() - make_interval(days => $1) LIMIT 500)`,
    [keptDays],
  );
}

type Heard = {
  clockId: ClockId;
  conversationId: ConversationId;
  policy: string;
  ticketId: TicketId | null;
  startedAt: string | null;
  dueAt: string;
  dueSaid: string;
  state: 'running' | 'paused' | 'met';
  stateSaid: string;
};

/** One row a clock: what of a batch stands. A move says until when, and not whether it stands still. */
function sumUp(facts: ClockFact[]): Heard[] {
  const byClock = new Map<ClockId, Heard>();
  for (const { fact, said } of facts.map((fact) => ({ fact, said: whenSaid(fact) })).sort(bySaid)) {
    const { clockId, conversationId, policy, ticketId, dueAt } = fact.data;
    const before = byClock.get(clockId);
    const state = states[fact.type];
    byClock.set(clockId, {
      clockId,
      conversationId,
      policy,
      ticketId: ticketId ?? before?.ticketId ?? null,
      startedAt: fact.type === 'deadline.set' ? fact.data.startedAt : (before?.startedAt ?? null),
      dueAt,
      dueSaid: said,
      state: state ?? before?.state ?? 'running',
      stateSaid: state === null ? (before?.stateSaid ?? '') : said,
    });
  }
  return [...byClock.values()];
}

/** Sorts as it was said: ids of one writer rise, also within one transaction. */
const whenSaid = ({ at, id }: ClockFact): string => `${new Date(at).toISOString()} ${id}`;
const bySaid = (a: { said: string }, b: { said: string }) => (a.said < b.said ? -1 : 1);

async function putClocks(tx: Tx, facts: ClockFact[]): Promise<void> {
  await tx.query(
    `INSERT INTO conversation_clock AS k
       (clock_id, conversation_id, policy, ticket_id, started_at, due_at, due_said, state, state_said)
     SELECT "clockId", "conversationId", policy, "ticketId", "startedAt", "dueAt", "dueSaid", state, "stateSaid"
       FROM jsonb_to_recordset($1::jsonb) AS h ("clockId" uuid, "conversationId" uuid, policy text, "ticketId" uuid,
              "startedAt" timestamptz, "dueAt" timestamptz, "dueSaid" text, state text, "stateSaid" text)
     ON CONFLICT (clock_id) DO UPDATE
        SET ticket_id = coalesce(excluded.ticket_id, k.ticket_id),
            started_at = coalesce(excluded.started_at, k.started_at),
            due_at = CASE WHEN excluded.due_said > k.due_said THEN excluded.due_at ELSE k.due_at END,
            due_said = greatest(k.due_said, excluded.due_said),
            state = CASE WHEN excluded.state_said > k.state_said THEN excluded.state ELSE k.state END,
            state_said = greatest(k.state_said, excluded.state_said),
            heard_at = now()`,
    [JSON.stringify(sumUp(facts))],
  );
}
