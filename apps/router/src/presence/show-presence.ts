/** How somebody stands now, with what they carry of what they can. Who never came is offline. */
import type { PresenceNow, StaffV1 } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { readPresences } from './presence.store.ts';

export async function showPresence(postgres: Postgres, agent: StaffV1): Promise<PresenceNow> {
  const [row] = await readPresences(postgres, [agent.id]);
  return presenceOf(agent, row);
}

export function presenceOf(
  agent: StaffV1,
  row: Awaited<ReturnType<typeof readPresences>>[number] | undefined,
): PresenceNow {
  const never = {
    state: 'offline',
    since: new Date(0).toISOString(),
    because: { code: 'signed-out', values: {} },
    load: 0,
  } as const;
  return { ...never, ...row, agentId: agent.id, capacity: agent.capacity };
}
