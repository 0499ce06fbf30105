/** Asks the gateway how the desk is now: from what is stored, not from what a replica has heard of. */
import {
  type DeskFile,
  type Me,
  type NotifyTargets,
  type PolicyV1,
  type RosterDays,
  readPolicy,
  type StaffV1,
} from '@trunkline/contracts';
import type { Ask } from '../ask-gateway.ts';
import { SaidNo } from '../refused.ts';
import type { Present } from './plan.ts';

export async function readPresent(ask: Ask, roster: DeskFile['roster'] = []): Promise<Present> {
  const [{ staff: asks }, policy, staff, targets] = await Promise.all([
    ask<Me>({ path: '/v1/me' }),
    readPublished(ask),
    ask<{ items: StaffV1[] }>({ path: '/v1/staff' }),
    ask<NotifyTargets>({ path: '/v1/notify/targets' }),
  ]);
  const dates = roster.map(({ date }) => date).sort();
  const span = `from=${dates[0]}&to=${dates.at(-1)}`;
  const days = dates.length === 0 ? { items: [] } : await ask<RosterDays>({ path: `/v1/roster?${span}` });
  const codes = targets.items.map(({ code }) => code);
  return { policy, staff: staff.items, targets: codes, roster: days.items, asks: asks.id };
}

/** The newest version. What an older one does not have, has its default. */
async function readPublished(ask: Ask): Promise<PolicyV1> {
  const { items } = await ask<{ items: { version: number }[] }>({ path: '/v1/policies' });
  const read = readPolicy(await ask({ path: `/v1/policies/${items[0]?.version ?? 'current'}` }));
  if (read.ok) return read.policy;
  throw new SaidNo('the policy in force cannot be read by this version of trunkline', 'policy-does-not-hold');
}
