/** What becomes of a call that waits on the line: whose telephone rings now, or how many are before it. */
import type { AgentId, CallAsked, CallNow, ConversationState } from '@trunkline/contracts';
import type { LiveSettings, Postgres } from '@trunkline/platform';

type Desk = { postgres: Postgres; settings: Pick<LiveSettings, 'person'> };
type Row = { state: string; stands: ConversationState; agent_id: AgentId | null; place: number };

export async function tellPlace({ postgres, settings }: Desk, { channel, call }: CallAsked): Promise<CallNow> {
  const [row] = await postgres.query<Row>(
    `SELECT k.state, c.state AS stands, c.agent_id,
            (SELECT count(*)::int + 1 FROM conversation o WHERE o.queue = c.queue AND o.standard = 'call'
                AND o.state IN ('waiting', 'offered') AND (o.order_key, o.id) < (c.order_key, c.id)) AS place
       FROM call k JOIN conversation c ON c.id = k.conversation_id WHERE k.channel = $1 AND k.call = $2`,
    [channel, call],
  );
  if (!row) return { kind: 'wait', place: null };
  if (row.stands === 'solved' || row.stands === 'closed') return { kind: 'over' };
  const isTaken = row.stands === 'assigned' || row.stands === 'with-customer';
  const phone = isTaken && row.agent_id !== null ? settings.person(row.agent_id)?.phone : undefined;
  if (phone) return { kind: 'connect', agentId: row.agent_id!, phone };
  return { kind: 'wait', place: isTaken ? 1 : row.place };
}
