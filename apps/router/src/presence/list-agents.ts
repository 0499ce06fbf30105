/** The colleagues: who is there since when and why, what they carry; what they have in hand, as far as one may see it. */
import type { AgentRow, StaffV1 } from '@trunkline/contracts';
import type { LiveSettings, Postgres } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { readPresences } from './presence.store.ts';
import { presenceOf } from './show-presence.ts';
import { readWorking } from './watch.store.ts';

/** Names and presence of everybody: a conversation may be handed to another group. */
export async function listAgents(postgres: Postgres, settings: LiveSettings, person: StaffV1): Promise<AgentRow[]> {
  const colleagues = [...settings.staff.values()].filter((agent) => agent.active);
  const isSeen = ({ id, groups }: StaffV1) => may({ person, does: 'see-agent', thing: { personId: id, groups } }).ok;
  const ids = colleagues.map((agent) => agent.id);
  const presences = new Map((await readPresences(postgres, ids)).map((row) => [row.agentId, row]));
  const working = await readWorking(
    postgres,
    colleagues.filter(isSeen).map((agent) => agent.id),
  );
  return colleagues
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
    .map((agent) => {
      const { id, name, number, role, groups } = agent;
      const inHand = working.filter((row) => row.agentId === id).map(({ agentId: _, ...row }) => row);
      return { id, name, number, role, groups, presence: presenceOf(agent, presences.get(id)), working: inHand };
    });
}
