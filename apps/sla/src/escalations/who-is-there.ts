/** Is anybody of a role signed in for a group? Administrators are there for every group. */
import type { Role } from '@trunkline/contracts';
import type { LiveSettings, Tx } from '@trunkline/platform';

export async function whoIsThere(tx: Tx, settings: LiveSettings): Promise<(role: Role, queue: string) => boolean> {
  const rows = await tx.query<{ agent_id: string }>("SELECT agent_id FROM presence WHERE state = 'online'");
  const online = rows.flatMap(({ agent_id }) => settings.person(agent_id) ?? []).filter((person) => person.active);
  return (role, queue) =>
    online.some((person) => person.role === role && (role === 'administrator' || person.groups.includes(queue)));
}
