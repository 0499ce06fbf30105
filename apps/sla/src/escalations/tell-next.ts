/** Tells the next level of matters: whom, until when they may acknowledge, and the timer that climbs on. Each level once. */
import { type AgentId, type Because, type ConversationId, type EscalationId, newId } from '@trunkline/contracts';
import type { LiveSettings, NewFact, Tx } from '@trunkline/platform';
import { type NextLevel, nextLevel } from '@trunkline/rules';
import { poke } from '../clocks/alarm.ts';
import { type Case, newCase } from '../clocks/case.ts';
import { type NewTimer, setTimers } from '../clocks/timers.store.ts';
import { insertEscalations, type NewEscalation, type Raised } from './escalations.store.ts';
import { findFollower } from './find-follower.ts';
import { type Matter, markTold } from './matters.store.ts';
import { whoIsThere } from './who-is-there.ts';

/** `because`: the rule that raised it, or what the level before left undone. */
export type Telling = { matter: Matter; because: Because };
/** The conversations as they are held. */
export type Held = { cases: ReadonlyMap<ConversationId, Pick<Case, 'followed'>>; settings: LiveSettings };
type Step = Telling & { queue: string; next: NextLevel };

export async function tellNext(tx: Tx, tellings: readonly Telling[], { cases, settings }: Held): Promise<NewFact[]> {
  if (tellings.length === 0) return [];
  const around = await whoIsThere(tx, settings);
  const decided = new Map<string, NextLevel>(); // an outage ends with hundreds that ask alike
  const steps = tellings.map((telling): Step => {
    const { conversationId, trigger, level, queue: before } = telling.matter;
    const { followed } = cases.get(conversationId) ?? newCase(conversationId);
    const queue = followed.queue || before; // it may have been handed over since
    const asked = {
      after: level,
      trigger,
      queue,
      hiddenFrom: followed.tickets.flatMap((ticket) => ticket.hiddenFrom ?? []),
    };
    const key = JSON.stringify(asked);
    const next = decided.get(key) ?? nextLevel(asked, settings.policy, around);
    decided.set(key, next);
    return { ...telling, queue, next };
  });
  const follower = ({ conversationId }: Matter) => findFollower(cases.get(conversationId)?.followed, settings);
  const raised = await insertEscalations(tx, steps.flatMap(escalationOf));
  await markTold(
    tx,
    raised.map(({ matter, level, queue }) => ({ id: matter.id, level, queue, followerId: follower(matter) })),
  );
  await setTimers(tx, [...raised.map(climbAfter), ...steps.flatMap((step) => waitFor(step, around.at))]);
  tx.afterCommit(poke);
  return raised.map((each) => sayRaised(each, follower(each.matter)));
}

function escalationOf({ matter, because, queue, next }: Step): NewEscalation[] {
  if (next.kind !== 'tell') return [];
  const { level, role, people, notify, working, acknowledgeSeconds } = next;
  const id = newId<EscalationId>();
  return [{ id, matter, level, role, people, notify, working, queue, because, acknowledgeSeconds }];
}

function climbAfter({ matter, level, acknowledgeBy }: Raised): NewTimer {
  const { id, conversationId } = matter;
  return { conversationId, about: id, step: `climb-${level}`, dueAt: acknowledgeBy.getTime() };
}

/** Each waiting is a step of its own, by when it began: a calendar may have changed when it ends. */
function waitFor({ matter, next }: Step, at: number): NewTimer[] {
  if (next.kind !== 'wait') return [];
  const { id, conversationId, level } = matter;
  return [{ conversationId, about: id, step: `climb-${level}-${at}`, dueAt: next.until }];
}

function sayRaised(each: Raised, followerId: AgentId | null): NewFact {
  const { id, matter, level, because, queue, role, people, notify, acknowledgeBy } = each;
  return {
    type: 'escalation.raised',
    key: matter.conversationId,
    data: {
      escalationId: id,
      conversationId: matter.conversationId,
      clockId: matter.clockId,
      level,
      because: because.code,
      queue,
      to: { role, people },
      trigger: matter.trigger,
      notify,
      acknowledgeBy: acknowledgeBy.toISOString(),
      followerId,
    },
  } as NewFact;
}
