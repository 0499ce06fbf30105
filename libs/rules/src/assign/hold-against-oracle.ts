/** Plays a random day on the engine and on the linear oracle, and says where they differ and which law was broken. */
import type { AgentId, ConversationId } from '@trunkline/contracts';
import { isBarred } from './bar-agents.ts';
import { Engine } from './engine.ts';
import type { EngineInput } from './engine-input.ts';
import type { EngineOutcome } from './engine-outcome.ts';
import { LinearOracle } from './linear-oracle.ts';
import { RandomDay } from './random-day-for-specs.ts';

export type Held = { decisions: number; differences: string[] };

const isDecision = ({ kind }: EngineOutcome) => kind === 'offered' || kind === 'assigned' || kind === 'waiting';
const rebuiltEvery = 400;
const comparedEvery = 50;
const shownAround = 400;

/** `decisions`: at least so many; stops at the first difference. */
export function holdAgainstOracle(seed: number, decisions: number): Held {
  const day = new RandomDay(seed);
  const oracle = new LinearOracle(day.policy);
  const owners = new Map<ConversationId, AgentId>();
  let engine = new Engine(day.policy);
  let made = 0;
  for (let inputs = 1; made < decisions; inputs += 1) {
    engine.beginBatch();
    const input = day.next(engine);
    const [mine, theirs] = [hear(engine, input), hear(oracle, input)];
    made += mine.outcomes.filter(isDecision).length;
    const broken = [
      ...differ(mine, theirs),
      ...followOwners(owners, input, mine.outcomes),
      ...toBarred(engine, mine.outcomes),
    ];
    if (engine.nextDueAt() !== oracle.nextDueAt())
      broken.push(`next due ${engine.nextDueAt()}, the oracle says ${oracle.nextDueAt()}`);
    if (inputs % comparedEvery === 0) broken.push(...compareAll(engine, oracle));
    if (broken.length > 0)
      return { decisions: made, differences: [`seed ${seed}, input ${inputs}, ${input.kind}`, ...broken] };
    if (day.lots.share() < 0.01) drop({ day, engine, oracle, owners }, mine.outcomes);
    if (inputs % rebuiltEvery === 0) engine = rebuild(engine);
  }
  return { decisions: made, differences: [] };
}

type Said = { outcomes: EngineOutcome[]; thrown: string | null };

/** As the dispatcher does: what cannot be weighed is parked. */
function hear(one: Pick<Engine, 'hear' | 'park'>, input: EngineInput): Said {
  try {
    return { outcomes: one.hear(input), thrown: null };
  } catch (thrown) {
    return { outcomes: one.park(input), thrown: (thrown as Error).message };
  }
}

function differ(mine: unknown, theirs: unknown): string[] {
  const [left, right] = [JSON.stringify(mine), JSON.stringify(theirs)];
  if (left === right) return [];
  let at = 0;
  while (left[at] === right[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - shownAround), at + shownAround);
  return [`engine: …${around(left)}…`, `oracle: …${around(right)}…`];
}

/** Nobody is ever given what they are barred from. */
const toBarred = (engine: Engine, outcomes: EngineOutcome[]): string[] =>
  outcomes.flatMap((one) => {
    if (one.kind !== 'offered' && one.kind !== 'assigned') return [];
    const tried = engine.conversation(one.conversationId)?.tried ?? [];
    return tried.some((each) => each.agentId === one.agentId && isBarred(each)) ? ['given to one who is barred'] : [];
  });

function compareAll(engine: Engine, oracle: LinearOracle): string[] {
  const [mine, theirs] = [engine.snapshot(), oracle.snapshot()];
  const others = differ(mine, theirs);
  if (others.length > 0) return others;
  return mine.agents.flatMap((agent) => {
    const held = mine.conversations.filter((one) => one.agentId === agent.id).reduce((sum, one) => sum + one.held, 0);
    const most = (agent.record?.capacity ?? 0) + agent.override;
    return agent.load === held && agent.load <= most ? [] : [`${agent.id} carries ${agent.load}, holds ${held}`];
  });
}

/** At most one owner: nothing is given that somebody still has. */
function followOwners(owners: Map<ConversationId, AgentId>, input: EngineInput, outcomes: EngineOutcome[]): string[] {
  const ends = ['leaves', 'waits', 'declines', 'ring-ended'].includes(input.kind);
  if (ends) owners.delete(input.conversationId!);
  return outcomes.flatMap((one) => {
    if (one.kind === 'ended') owners.delete(one.conversationId);
    if (one.kind !== 'offered' && one.kind !== 'assigned') return [];
    const owner = owners.get(one.conversationId);
    owners.set(one.conversationId, one.agentId);
    return owner === undefined ? [] : [`${one.conversationId} was with ${owner} and is given to ${one.agentId}`];
  });
}

type Both = { day: RandomDay; engine: Engine; oracle: LinearOracle; owners: Map<ConversationId, AgentId> };

/** One of the decisions just made is not carried out. */
function drop({ day, engine, oracle, owners }: Both, outcomes: EngineOutcome[]): void {
  const decided = outcomes.find(isDecision);
  if (!decided || !('conversationId' in decided)) return;
  const was = engine.imageOf(decided.conversationId);
  if (!was) return;
  const drains = 'agentId' in decided ? [decided.agentId] : [];
  const input = day.drop(structuredClone(was), drains);
  for (const one of [engine, oracle]) one.hear(structuredClone(input));
  if (was.agentId === null) owners.delete(was.id);
  else owners.set(was.id, was.agentId);
}

function rebuild(engine: Engine): Engine {
  const rebuilt = new Engine(engine.policy);
  rebuilt.restore(JSON.parse(JSON.stringify(engine.snapshot())), engine.at);
  return rebuilt;
}
