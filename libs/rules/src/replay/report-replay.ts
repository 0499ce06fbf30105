/** Sets what was recorded beside what another policy makes of it: totals, per queue, per person, and who waited otherwise. */
import type { AgentId, PolicyV1, ReplayReport, WaitDifference } from '@trunkline/contracts';
import type { PlayScript } from './play-script.ts';
import type { ReplayRecorded } from './replay-recorded.ts';
import { sumUpWaits } from './sum-up-waits.ts';
import type { AgentFigures, Wait, WaitBook } from './wait-book.ts';

/** The report shows so many differences; it counts them all. */
const mostShown = 500;
/** The dispatcher looks at the time a few times a second: less than this is none. */
const noticedSeconds = 1;

type Sides = { before: WaitBook; after: WaitBook };
type Asked = {
  from: string;
  to: string;
  recorded: ReplayRecorded;
  tried: PlayScript;
  policies: { recorded: PolicyV1; tried: PolicyV1 };
};

export function reportReplay({ from, to, recorded, tried, policies }: Asked): ReplayReport {
  const sides: Sides = { before: recorded.book, after: tried.book };
  const sumUp = (queue?: string) => {
    const those = ({ waits }: WaitBook) => (queue === undefined ? waits : waits.filter((wait) => wait.queue === queue));
    return {
      before: sumUpWaits(those(sides.before), policies.recorded),
      after: sumUpWaits(those(sides.after), policies.tried),
    };
  };
  const queues = new Set([...sides.before.waits, ...sides.after.waits].map((wait) => wait.queue));
  const differences = whoWaitedOtherwise(sides);
  return {
    from,
    to,
    inputs: recorded.inputs,
    decisions: countDecisions(sides),
    waits: sumUp(),
    queues: [...queues].sort().map((queue) => ({ queue, ...sumUp(queue) })),
    agents: perAgent(sides, Date.parse(to)),
    differences: differences.slice(0, mostShown),
    differing: differences.length,
    notJudgedAnew: tried.notJudgedAnew,
  };
}

function countDecisions({ before, after }: Sides): ReplayReport['decisions'] {
  const counts = { before: 0, after: 0, changed: 0 };
  for (const id of new Set([...before.decided.keys(), ...after.decided.keys()])) {
    const [was, is] = [before.decided.get(id) ?? [], after.decided.get(id) ?? []];
    counts.before += was.length;
    counts.after += is.length;
    const longer = was.length > is.length ? was : is;
    counts.changed += longer.filter((_one, at) => was[at] !== is[at]).length;
  }
  return counts;
}

/** The how manieth wait of a conversation is held against the same one of the other side. */
function whoWaitedOtherwise({ before, after }: Sides): WaitDifference[] {
  const others = byConversation(after.waits);
  const found = [...byConversation(before.waits)].flatMap(([id, waits]) =>
    waits.flatMap((was, at) => {
      const is = others.get(id)?.[at];
      return is && isOther(was, is) ? [differenceOf(was, is)] : [];
    }),
  );
  return found.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

function byConversation(waits: readonly Wait[]): Map<Wait['conversationId'], Wait[]> {
  const found = new Map<Wait['conversationId'], Wait[]>();
  for (const wait of waits) {
    const known = found.get(wait.conversationId);
    if (known) known.push(wait);
    else found.set(wait.conversationId, [wait]);
  }
  return found;
}

function isOther(was: Wait, is: Wait): boolean {
  if (was.queue !== is.queue || was.end?.how !== is.end?.how) return true;
  if (agentOf(was) !== agentOf(is)) return true;
  return Math.abs((secondsOf(was) ?? 0) - (secondsOf(is) ?? 0)) > noticedSeconds;
}

const agentOf = ({ end }: Wait): AgentId | null => (end?.how === 'taken' ? end.agentId : null);
const secondsOf = ({ end, since }: Wait): number | null => (end?.how === 'taken' ? (end.at - since) / 1000 : null);

const differenceOf = (was: Wait, is: Wait): WaitDifference => ({
  conversationId: was.conversationId,
  since: new Date(was.since).toISOString(),
  before: takingOf(was),
  after: takingOf(is),
});

const takingOf = (wait: Wait): WaitDifference['before'] => ({
  queue: wait.queue,
  agentId: agentOf(wait),
  takenAt: wait.end?.how === 'taken' ? new Date(wait.end.at).toISOString() : null,
  waitSeconds: secondsOf(wait),
});

function perAgent({ before, after }: Sides, at: number): ReplayReport['agents'] {
  const [was, is] = [before.figures(at), after.figures(at)];
  const none: AgentFigures = { name: '', given: 0, usedMs: 0, onlineMs: 0 };
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort();
  const rows = ids.map((agentId) => {
    const sides = { before: was.get(agentId) ?? none, after: is.get(agentId) ?? none };
    return {
      agentId,
      name: sides.after.name || sides.before.name,
      before: shown(sides.before),
      after: shown(sides.after),
    };
  });
  return rows.filter(({ before: a, after: b }) => a.given + b.given + a.used + b.used > 0);
}

const shown = ({ given, usedMs, onlineMs }: AgentFigures) => ({
  given,
  used: onlineMs === 0 ? 0 : Math.round((usedMs / onlineMs) * 1000) / 1000,
});
