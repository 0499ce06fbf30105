/** Who could be told now: the staff, the roster, who is signed in, and Postgres' time. */
import type { AgentId } from '@trunkline/contracts';
import type { LiveSettings, Tx } from '@trunkline/platform';
import type { Around } from '@trunkline/rules';

export async function whoIsThere(tx: Tx, settings: LiveSettings): Promise<Around> {
  const rows = await tx.query<{ agent_id: AgentId | null; now: Date }>(
    "SELECT agent_id, now() AS now FROM (SELECT 1) AS once LEFT JOIN presence ON state = 'online'",
  );
  const online = new Set(rows.map(({ agent_id }) => agent_id));
  return {
    staff: [...settings.staff.values()],
    roster: [...settings.roster.values()],
    presence: (id) => (online.has(id) ? 'online' : undefined),
    at: (rows[0] as { now: Date }).now.getTime(),
  };
}
