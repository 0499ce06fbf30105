/** Tells the next level, where one did not acknowledge in its time, or a level opens that was quiet. */
import type { Because } from '@trunkline/contracts';
import type { NewFact, Tx } from '@trunkline/platform';
import { matterOver } from '@trunkline/rules';
import type { States } from '../clocks/ring-clocks.ts';
import type { Fired } from '../clocks/timers.store.ts';
import { toldBefore } from './escalations.store.ts';
import { endMatters, holdMatters, type OpenMatter, type Over } from './matters.store.ts';
import { type Held, type Telling, tellNext } from './tell-next.ts';

/** Of timers that fired; `states` is the router's word, asked before. */
export async function climbLadder(
  tx: Tx,
  timers: readonly Fired[],
  { states, ...held }: Held & { states: States },
): Promise<NewFact[]> {
  const climbs = timers.filter(({ step }) => step.startsWith('climb-'));
  if (climbs.length === 0) return [];
  const after = new Map(climbs.map(({ about, step }) => [about, Number(step.split('-')[1])]));
  const matters = await holdMatters(
    tx,
    climbs.map(({ about }) => about),
  );
  const over = matters.flatMap((matter) => overByNow(matter, states));
  await endMatters(tx, over);
  const goesOn = matters.filter(
    ({ id, level, isAcknowledged }) =>
      !isAcknowledged && level === after.get(id) && !over.some((ended) => ended.id === id),
  );
  const told = await toldBefore(
    tx,
    goesOn.map(({ id }) => id),
  );
  const tellings = goesOn.map((matter): Telling => ({ matter, because: whyNext(matter, told) }));
  return tellNext(tx, tellings, held);
}

/** A conversation that the router does not have any more was erased: nobody is owed anything. */
function overByNow({ id, trigger, begunAt, conversationId }: OpenMatter, states: States): Over[] {
  const now = states.get(conversationId);
  const [state, at] = !now ? ['closed', null] : [now.state, now.state === 'solved' ? now.solvedAt : now.closedAt];
  const end =
    state === 'solved' || state === 'closed' ? ({ state, at: at ? Date.parse(at) : Infinity } as const) : null;
  const verdict = matterOver({
    trigger,
    begunAt,
    end,
    clockStopped: null,
    isTicketDone: false,
    isSignTakenBack: false,
  });
  return verdict.kind === 'over' ? [{ id, because: verdict.because }] : [];
}

function whyNext({ id, level, because }: OpenMatter, told: Awaited<ReturnType<typeof toldBefore>>): Because {
  const before = told.get(`${id} ${level}`);
  if (!before) return because; // all were quiet until now
  const { minutes, people } = before;
  return people.length === 0
    ? { code: 'level-was-empty', values: { level } }
    : { code: 'not-acknowledged', values: { level, minutes } };
}
