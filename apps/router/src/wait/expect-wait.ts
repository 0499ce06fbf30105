/** How long one who waits, or one who comes now, will wait: from who may take it and how fast they finish. */
import type { AgentId, ConversationId, Explanation, StaffV1 } from '@trunkline/contracts';
import type { LiveSettings, Postgres } from '@trunkline/platform';
import { forecastWait } from '@trunkline/rules';
import { readOnline, readPace, readStanding } from './waits.store.ts';

type Place = NonNullable<Explanation['place']>;
type Desk = { postgres: Postgres; settings: LiveSettings };

/** Null where it does not wait. */
export async function expectWait(desk: Desk, id: ConversationId): Promise<Place | null> {
  const standing = await readStanding(desk.postgres, id);
  if (!standing) return null;
  const { queue, because, position, of, requires, before } = standing;
  const { [queue]: own = 0, ...others } = before;
  const there = await whoIsThere(desk);
  const wait = await forecast(desk.postgres, there, { queue, requires: requires ?? {}, own, others });
  return { position, of, wait, because: because ?? { code: 'just-arrived', values: {} } };
}

export type Asked = { queue: string; requires: Record<string, number>; own: number; others: Record<string, number> };

/** Who is online and answers customers. */
export async function whoIsThere({ postgres, settings }: Desk): Promise<StaffV1[]> {
  const online = await readOnline(postgres);
  return [...settings.staff.values()].filter((one) => one.active && answers(one) && online.has(one.id));
}

export async function forecast(postgres: Postgres, there: StaffV1[], asked: Asked): Promise<Place['wait']> {
  const able = there.filter((one) => mayTake(one, asked));
  const ids = new Set<AgentId>(able.map((one) => one.id));
  const others = Object.entries(asked.others).flatMap(([queue, count]) => {
    const group = there.filter((one) => one.groups.includes(queue));
    const shared = group.filter((one) => ids.has(one.id)).length;
    return shared > 0 ? [{ count, agents: group.length, shared }] : [];
  });
  const pace = await readPace(postgres, [...ids]);
  const { place: _place, ...wait } = forecastWait({ before: asked.own, others, ...pace });
  return wait;
}

export const answers = ({ role }: StaffV1) => role === 'agent' || role === 'call-back-agent';
export const mayTake = (person: StaffV1, { queue, requires }: Pick<Asked, 'queue' | 'requires'>) =>
  person.groups.includes(queue) &&
  Object.entries(requires).every(([skill, level]) => (person.skills[skill] ?? 0) >= level);
