/** How long each of many who wait will wait, from one look at who is there, who waits, and how fast people finish. */
import type { AgentId, ConversationId, StaffV1 } from '@trunkline/contracts';
import type { LiveSettings, Postgres } from '@trunkline/platform';
import { forecastWait } from '@trunkline/rules';
import { languageSkill } from '../intake/ask-for-agent.ts';
import { answers, mayTake } from './expect-wait.ts';
import { type Floor, readFloor } from './floor.store.ts';

export type WaitAsked = { id: ConversationId; queue: string; language: string; orderKey: number };
export type ExpectedWait = { low: number; high: number };
type Desk = { postgres: Postgres; settings: LiveSettings };

/** One look serves all who ask within this time: pace and queues change little in it. */
const keptMs = 2_000;
const looks = new WeakMap<Postgres, { at: number; floor: Promise<Floor> }>();

/** Those of whom nobody can say are left out. Skills as they were first asked for: rings may have relaxed them since. */
export async function expectWaits(desk: Desk, asked: WaitAsked[]): Promise<Map<ConversationId, ExpectedWait>> {
  const expected = new Map<ConversationId, ExpectedWait>();
  if (asked.length === 0) return expected;
  const floor = await lookAt(desk.postgres);
  const there = [...desk.settings.staff.values()].filter(
    (one) => one.active && answers(one) && floor.online.has(one.id),
  );
  const classes = new Map<string, Serving>();
  for (const one of asked) {
    const key = `${one.queue} ${one.language}`;
    const serving = classes.get(key) ?? whoServes(desk, one, { floor, there });
    classes.set(key, serving);
    const before = (queue: string) => countBelow(floor.keys.get(queue) ?? [], one.orderKey);
    const others = serving.others.map(({ queue, ...shares }) => ({ ...shares, count: before(queue) }));
    const wait = forecastWait({ ...serving.pace, before: before(one.queue), others });
    if (wait.kind === 'range') expected.set(one.id, { low: wait.low, high: wait.high });
  }
  return expected;
}

/** Who may take those of one queue and language, how fast they are, and which other queues ask for the same people. */
type Serving = {
  pace: { inHand: number; finished: number[] };
  others: { queue: string; agents: number; shared: number }[];
};

function whoServes(
  { settings }: Desk,
  { queue, language }: WaitAsked,
  { floor, there }: { floor: Floor; there: StaffV1[] },
): Serving {
  const own = settings.policy.queues.find(({ code }) => code === queue);
  const requires = { ...own?.requires, ...languageSkill(language) };
  const able = new Set<AgentId>(there.filter((one) => mayTake(one, { queue, requires })).map(({ id }) => id));
  const others = [...floor.keys.keys()].flatMap((other) => {
    const group = there.filter(({ groups }) => groups.includes(other));
    const shared = group.filter(({ id }) => able.has(id)).length;
    return other !== queue && shared > 0 ? [{ queue: other, agents: group.length, shared }] : [];
  });
  const inHand = [...able].reduce((sum, id) => sum + (floor.inHand.get(id) ?? 0), 0);
  const finished = floor.finished.filter(({ agentId }) => able.has(agentId)).map(({ seconds }) => seconds);
  return { pace: { inHand, finished: finished.slice(0, mostFinished) }, others };
}
const mostFinished = 100;

function lookAt(postgres: Postgres): Promise<Floor> {
  const kept = looks.get(postgres);
  if (kept && performance.now() - kept.at < keptMs) return kept.floor;
  const floor = readFloor(postgres);
  looks.set(postgres, { at: performance.now(), floor });
  floor.catch(() => looks.delete(postgres));
  return floor;
}

/** How many of sorted keys are below this one. */
function countBelow(keys: readonly number[], key: number): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
