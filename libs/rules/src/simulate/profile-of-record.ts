/** The usual day of a desk, learnt from what was recorded: what came in, how long it took, who worked when. */
import type { AgentId, DayProfile, Flow, Shift } from '@trunkline/contracts';
import type { RememberedAgent } from '../assign/remembered.ts';
import type { Arrival, Script } from '../replay/script.ts';
import type { WaitBook } from '../replay/wait-book.ts';

const dayMs = 86_400_000;

type Recorded = { script: Script; book: WaitBook; tz: string; startsAt: number };

/** `startsAt`: the local midnight at or before its begin, in ms. What is recorded of part of a day counts for that part. */
export function profileOfRecord({ script, book, tz, startsAt }: Recorded): DayProfile {
  const groups = new Map<string, Arrival[]>();
  for (const arrival of script.arrivals) {
    const { standard, language, weighed } = arrival.input.body;
    const key = JSON.stringify([standard, weighed?.account ?? '', language, weighed?.label ?? null]);
    groups.set(key, [...(groups.get(key) ?? []), arrival]);
  }
  const reactions = [...script.parts.values()].flatMap((part) => part.reactions);
  const missed = reactions.filter((one) => one.kind !== 'accepts').length;
  return {
    tz,
    flows: [...groups.values()].map((group) => flowOf(group, { script, book, tz, startsAt })),
    shifts: shiftsOf(script, startsAt),
    acceptSeconds: script.typical.accepts / 1000,
    missedShare: reactions.length === 0 ? 0 : missed / reactions.length,
  };
}

function flowOf(group: Arrival[], { script, book, startsAt }: Recorded): Flow {
  const { standard, language, weighed } = group[0]!.input.body;
  const seen = hoursSeen(Date.parse(script.start.at), script.until, startsAt);
  const perHour = Array.from({ length: 24 }, () => 0);
  for (const { input } of group) perHour[hourOf(Date.parse(input.at), startsAt)]! += 1;
  const handlings = group.flatMap(({ input }) =>
    (script.parts.get(input.conversationId!)?.deeds ?? []).flatMap((deed) =>
      deed.clock === 'taken' && deed.input.kind === 'leaves' ? [deed.after / 1000] : [],
    ),
  );
  const fallback = (script.typical.handling[standard] ?? script.typical.anyHandling) / 1000;
  return {
    standard,
    account: weighed?.account ?? '',
    language,
    label: weighed?.label ?? null,
    perHour: perHour.map((count, hour) => (seen[hour]! > 0 ? count / seen[hour]! : 0)),
    ...spreadOf(handlings, fallback),
    patienceSeconds: patienceOf(book, new Set(group.map(({ input }) => input.conversationId))),
  };
}

const hourOf = (ms: number, startsAt: number) => Math.floor(((ms - startsAt) % dayMs) / 3_600_000);

/** How often each hour of the day was recorded. */
function hoursSeen(from: number, to: number, startsAt: number): number[] {
  const seen = Array.from({ length: 24 }, () => 0);
  for (let at = from; at < to; ) {
    const next = Math.min(to, startsAt + (Math.floor((at - startsAt) / 3_600_000) + 1) * 3_600_000);
    seen[hourOf(at, startsAt)]! += (next - at) / 3_600_000;
    at = next;
  }
  return seen;
}

function spreadOf(seconds: number[], fallback: number): Pick<Flow, 'handlingSeconds' | 'handlingSpread'> {
  if (seconds.length === 0) return { handlingSeconds: fallback, handlingSpread: 1 };
  const mean = seconds.reduce((sum, one) => sum + one, 0) / seconds.length;
  const variance = seconds.reduce((sum, one) => sum + (one - mean) ** 2, 0) / seconds.length;
  const spread = mean > 0 ? Math.min(5, Math.sqrt(variance) / mean) : 1;
  return { handlingSeconds: Math.max(0.001, mean), handlingSpread: spread };
}

/** All the time waited for each who gave up: what those who stayed waited counts too. */
function patienceOf({ waits }: WaitBook, ids: Set<unknown>): number | null {
  const theirs = waits.filter((wait) => ids.has(wait.conversationId) && wait.end !== null);
  const left = theirs.filter((wait) => wait.end!.how === 'left').length;
  const waited = theirs.reduce((sum, wait) => sum + (wait.end!.at - wait.since) / 1000, 0);
  return left === 0 || waited === 0 ? null : waited / left;
}

/** From the first coming to the last going of a day, as seen over the days; whoever never went was there. */
function shiftsOf({ start, people, until }: Script, startsAt: number): Shift[] {
  const agents = new Map<AgentId, Pick<RememberedAgent, 'record' | 'presence'>>(
    start.remembered.agents.map((agent) => [agent.id, { record: agent.record, presence: agent.presence }]),
  );
  const minutes = (ms: number) => Math.floor(((ms - startsAt) % dayMs) / 60_000);
  const seen = new Map<AgentId, { from: number; to: number }>();
  const note = (id: AgentId, from: number, to: number) => {
    const known = seen.get(id) ?? { from, to };
    seen.set(id, { from: Math.min(known.from, from), to: Math.max(known.to, to) });
  };
  for (const [id, { presence }] of agents) if (presence === 'online') note(id, minutes(Date.parse(start.at)), 0);
  for (const one of people) {
    const agentId = one.agentId!;
    const known = agents.get(agentId) ?? { record: null, presence: 'offline' as const };
    if (one.kind === 'staff') agents.set(agentId, { ...known, record: one.body.record });
    else {
      const at = minutes(Date.parse(one.at));
      if (one.body.state === 'online') note(agentId, at, at);
      else note(agentId, seen.get(agentId)?.from ?? at, at);
      agents.set(agentId, { ...known, presence: one.body.state });
    }
  }
  return [...seen].flatMap(([id, { from, to }]): Shift[] => {
    const { record, presence } = agents.get(id)!;
    const end = presence === 'online' ? minutesAtEnd(until, startsAt) : to;
    return record ? [{ record, from, to: Math.max(from, to, end) }] : [];
  });
}

const minutesAtEnd = (until: number, startsAt: number) => Math.floor(((until - 1 - startsAt) % dayMs) / 60_000) + 1;
