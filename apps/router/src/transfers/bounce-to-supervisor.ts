/** Handed on too often: it goes to a supervisor on duty, or stays where it is and climbs the ladder. */
import type { AgentId } from '@trunkline/contracts';
import { type LiveSettings, type Tx } from '@trunkline/platform';
import { onDuty } from '@trunkline/rules';
import { openConsult } from '../consults/open-consult.ts';
import type { Held } from '../desk/give-order.ts';
import { whoIsOnline } from './transfers.store.ts';

type Bounce = { wanted: string; times: number; now: string; settings: LiveSettings };

/** Asked either way; the supervisor who is there, if anybody is. */
export async function bounceToSupervisor(tx: Tx, held: Held, bounce: Bounce): Promise<AgentId | null> {
  const { conversation, person } = held;
  const { wanted, times, now, settings } = bounce;
  const because = { code: 'third-bounce', values: { times } };
  await openConsult(tx, conversation, { kind: 'third-bounce', wanted, because, by: person });
  // whom a complaint of it is about is not asked to settle it
  const staff = [...settings.staff.values()].filter(({ id }) => !conversation.hiddenFrom?.includes(id));
  const online = await whoIsOnline(
    tx,
    staff.filter(({ role }) => role === 'supervisor').map(({ id }) => id),
  );
  const duty = onDuty({
    role: 'supervisor',
    queue: conversation.queue,
    at: Date.parse(now),
    staff,
    roster: settings.roster.values(),
    presence: (id) => (online.has(id) ? 'online' : 'offline'),
  });
  return duty.there[0] ?? null;
}
