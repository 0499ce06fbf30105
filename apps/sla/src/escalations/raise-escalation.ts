/** Raises escalations: who is told, until when they may acknowledge, and the timer that climbs on. Each once. */
import { type EscalationId, newId, type ReasonCode } from '@trunkline/contracts';
import type { LiveSettings, NewFact, Tx } from '@trunkline/platform';
import { nextLevel } from '@trunkline/rules';
import type { Clock } from '../clocks/clock.ts';
import { setTimers } from '../clocks/timers.store.ts';
import { insertEscalations, type NewEscalation, queuesNow } from './escalations.store.ts';
import { whoIsThere } from './who-is-there.ts';

export type Cause = { clock: Clock; after: number; because: ReasonCode; values: Record<string, string | number> };

export async function raiseEscalations(tx: Tx, causes: readonly Cause[], settings: LiveSettings): Promise<NewFact[]> {
  if (causes.length === 0) return [];
  const isThere = await whoIsThere(tx, settings);
  const queues = await queuesNow(
    tx,
    causes.map(({ clock }) => clock.conversationId),
  );
  const wanted = causes.flatMap(({ clock, after, because, values }): NewEscalation[] => {
    const queue = queues.get(clock.conversationId) ?? clock.queue; // it may have been handed over since
    const next = nextLevel(after, settings.policy, (role) => isThere(role, queue));
    if (next.kind === 'stay') return [];
    const { level, role = 'administrator', acknowledgeSeconds } = next;
    return [{ id: newId<EscalationId>(), clock, level, role, queue, because, values, acknowledgeSeconds }];
  });
  const raised = await insertEscalations(tx, wanted);
  await setTimers(
    tx,
    raised.map((each) => ({
      conversationId: each.clock.conversationId,
      about: each.clock.id,
      step: `climb-${each.level}`,
      dueAt: each.acknowledgeBy.getTime(),
    })),
  );
  return raised.map((each) => ({
    type: 'escalation.raised',
    key: each.clock.conversationId,
    data: {
      escalationId: each.id,
      conversationId: each.clock.conversationId,
      clockId: each.clock.id,
      level: each.level,
      because: each.because,
      queue: each.queue,
      to: { role: each.role },
      acknowledgeBy: each.acknowledgeBy.toISOString(),
    },
  }));
}
