/** Gives an agent back to routing when the last of their wrap-ups is over; the form stays open to be finished. */
import type { AgentId, WrapUp, WrapUpId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import type { Rung } from '../alarms/rung.ts';
import { holdStanding, putPresence } from './routing-presence.ts';
import { endTime, isWrappingUp } from './wrap-ups.store.ts';

type Ending = { id: WrapUpId; agentId: AgentId; because: NonNullable<WrapUp['backBecause']> };

/** Who signed out, or said that they are there, is left as they are. */
export async function backToRouting(tx: Tx, { id, agentId, because }: Ending): Promise<void> {
  const stands = await holdStanding(tx, agentId);
  if (!(await endTime(tx, id, because)) || stands !== 'wrapping-up') return;
  if (await isWrappingUp(tx, agentId)) return;
  await putPresence(tx, agentId, { state: 'online', code: 'wrapped-up' });
}

/** On its alarm. */
export async function endWrapUpTime(tx: Tx, { alarm }: Rung): Promise<void> {
  const id = alarm.aboutId as string as WrapUpId;
  const [row] = await tx.query<{ agentId: AgentId }>('SELECT agent_id AS "agentId" FROM wrap_up WHERE id = $1', [id]);
  if (row) await backToRouting(tx, { id, agentId: row.agentId, because: 'time' });
}
