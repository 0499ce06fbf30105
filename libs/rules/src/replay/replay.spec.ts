/** A recorded day gives the same decisions again, and another policy gets the same arrivals and the same people. */
import type { DayProfile, Decision, PolicyV1 } from '@trunkline/contracts';
import { agentId, policyOf, staffOf } from '../assign/desk-for-specs.ts';
import { drawScript } from '../simulate/draw-script.ts';
import { seeded } from '../simulate/seeded.ts';
import { PlayScript } from './play-script.ts';
import { ReplayRecorded } from './replay-recorded.ts';
import { reportReplay } from './report-replay.ts';
import type { LoggedInput, LogStart } from './routing-log.ts';

const startsAt = Date.parse('2026-03-02T00:00:00.000Z');
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));

const policy = policyOf(
  [
    { code: 'service', direct: ['mail'] },
    { code: 'payments', direct: [], mode: 'by-ability', requires: { payments: 2 }, widensTo: 'service' },
  ],
  { routing: { rules: [{ topic: 'payment-and-settlement', queue: 'payments' }], otherwise: 'service' } },
);
const names = ['ann', 'bob', 'cho', 'dan', 'eve', 'fay'];
const profile: DayProfile = {
  tz: 'UTC',
  flows: [
    { standard: 'chat', label: null, perHour: 30, handlingSeconds: 400, patienceSeconds: 900 },
    { standard: 'chat', label: 'refund-status', perHour: 8, handlingSeconds: 500, patienceSeconds: null },
    { standard: 'mail', label: 'payment-failed', perHour: 10, handlingSeconds: 700, patienceSeconds: null },
  ].map(({ perHour, standard, ...rest }) => ({
    account: 'desk',
    language: 'en',
    handlingSpread: 1,
    perHour: Array.from({ length: 24 }, (_, hour) => (hour < 3 ? perHour : 0)),
    standard: standard as 'chat' | 'mail',
    ...rest,
  })),
  shifts: names.map((name, at) => ({
    record: staffOf(name, {
      groups: at < 4 ? ['service'] : ['payments', 'service'],
      skills: at < 4 ? {} : { payments: at - 2 },
      capacity: 4,
    }),
    from: at * 2,
    to: 300,
  })),
  acceptSeconds: 5,
  missedShare: 0.1,
};

/** A day as a desk would have recorded it: its snapshot, its inputs, the decisions of each. */
function record(
  by: PolicyV1 = policy,
  of: DayProfile = profile,
  seededBy = seed,
  most = Number.POSITIVE_INFINITY,
): { start: LogStart; log: LoggedInput[]; until: number } {
  const drawn = drawScript({ profile: of, policy: by, startsAt, days: 1, random: seeded(seededBy) });
  const script = { ...drawn, arrivals: drawn.arrivals.slice(0, most) };
  const log: LoggedInput[] = [];
  const play = new PlayScript(script, by, ({ input, outcomes }) => {
    const decisions = outcomes.flatMap((one): Decision[] => ('decision' in one ? [one.decision] : []));
    log.push(structuredClone({ input, isParked: false, decisions, tookBack: [] }));
  });
  play.playUntil(script.until);
  return { start: script.start, log, until: script.until };
}

function replay({ start, log }: Pick<ReturnType<typeof record>, 'start' | 'log'>): ReplayRecorded {
  const replayed = new ReplayRecorded(start);
  for (const logged of log) replayed.hear(logged);
  return replayed;
}

function tryOut(recorded: ReturnType<typeof record>, tried: PolicyV1) {
  const replayed = replay(recorded);
  const play = new PlayScript(replayed.scriptUntil(recorded.until), tried);
  play.playUntil(recorded.until);
  const [from, to] = [recorded.start.at, new Date(recorded.until).toISOString()];
  return reportReplay({ from, to, recorded: replayed, tried: play, policies: { recorded: policy, tried } });
}

test(`A12 the same log and policy give the same decisions, to the byte (seed ${seed})`, () => {
  const recorded = record();
  const replayed = replay(recorded);
  expect(replayed.firstDifference()).toBeNull();
  expect(replayed.compared).toBeGreaterThan(100);
});

test('it goes on from a snapshot in the middle as from the beginning', () => {
  const { start, log } = record();
  const half = replay({ start, log: log.slice(0, log.length >> 1) });
  const later = replay({ start: half.snapshot(), log: log.slice(log.length >> 1) });
  expect(later.firstDifference()).toBeNull();
});

test('a decision that was tampered with is found at its step, and so is one that is missing', () => {
  const { start, log } = record();
  const place = log.findIndex(({ decisions }, at) => at > 50 && decisions.length > 0);
  const changed = structuredClone(log);
  changed[place]!.decisions[0]!.because.code = 'best-friend';
  expect(replay({ start, log: changed }).firstDifference()).toMatchObject({
    step: log[place]!.input.step,
    recorded: { because: { code: 'best-friend' } },
    made: log[place]!.decisions[0],
  });
  const missing = log.map((one, at) => (at === place ? { ...one, decisions: [] } : one));
  const { step } = log[place]!.input;
  expect(replay({ start, log: missing }).firstDifference()).toMatchObject({ step, recorded: null });
  const other = log.map((one, at) =>
    at === place
      ? {
          ...one,
          decisions: [
            ...one.decisions,
            log[0]!.decisions[0] ?? log[place + 1]!.decisions[0] ?? log[place]!.decisions[0]!,
          ].map((d, n) => (n === 0 ? d : { ...d, id: 'x' as never })),
        }
      : one,
  );
  expect(replay({ start, log: other }).firstDifference()).toMatchObject({ step, made: null });
});

test('a decision that was never carried out is no difference where a drop says so', () => {
  const { start, log } = record();
  const place = log.findIndex(({ decisions }, at) => at > 50 && decisions.length > 0);
  const dropped = log.map((one, at) => (at === place ? { ...one, decisions: [] } : one));
  const told = log[place]!.decisions.map(({ id }) => id);
  const said = dropped.map((one, at) => (at === place + 1 ? { ...one, tookBack: told } : one));
  expect(replay({ start, log: dropped }).firstDifference(true)).toBeNull();
  expect(replay({ start, log: dropped }).firstDifference()).not.toBeNull();
  expect(replay({ start, log: said }).firstDifference()).toBeNull();
});

test('the order of keys is no difference: Postgres keeps JSON in its own', () => {
  const { start, log } = record();
  const turned = log.map((one) => ({ ...one, decisions: one.decisions.map(turn) as Decision[] }));
  expect(replay({ start, log: turned }).firstDifference()).toBeNull();
});
const turn = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turn(part)]),
  );
};

test.each([1, 2, 3, 4, 5])('under the same policy nobody waits otherwise, %i', (more) => {
  const report = tryOut(record(policy, profile, seed + more), policy);
  expect({ differing: report.differing, first: report.differences[0] }).toEqual({ differing: 0, first: undefined });
  expect(report.waits.after).toEqual(report.waits.before);
  expect(report.decisions.changed).toBe(0);
  expect(report.agents.every(({ before, after }) => before.given === after.given && before.used === after.used)).toBe(
    true,
  );
  expect(report.notJudgedAnew).toBe(0);
});

test('a rule that leads elsewhere moves what it names, and nothing else comes or goes', () => {
  const tried = { ...policy, version: 9, routing: { rules: [], otherwise: 'service' } };
  const report = tryOut(record(policy, profile, 7), tried);
  const taken = (code: string, side: 'before' | 'after') => report.queues.find(({ queue }) => queue === code)?.[side];
  expect(taken('payments', 'before')!.taken).toBeGreaterThan(20);
  expect(taken('payments', 'after')).toMatchObject({ taken: 0, stillWaiting: 0, leftBefore: 0 });
  const all = ({ taken, stillWaiting, leftBefore }: typeof report.waits.before) => taken + stillWaiting + leftBefore;
  expect(all(report.waits.after)).toBe(all(report.waits.before));
  expect(report.differing).toBeGreaterThan(20);
  expect(report.differences.some(({ before, after }) => before.queue === 'payments' && after.queue === 'service')).toBe(
    true,
  );
});

test('heavier chats are waited for longer, and people work the same hours', () => {
  const heavy = { ...policy, standards: { ...policy.standards, chat: { ...policy.standards.chat, weight: 4 } } };
  const report = tryOut(record(policy, profile, 7), heavy);
  expect(report.waits.after.mean!).toBeGreaterThan(report.waits.before.mean! * 2);
  expect(report.waits.after.withinLimit!).toBeLessThan(report.waits.before.withinLimit!);
  const used = (side: 'before' | 'after') => report.agents.reduce((sum, one) => sum + one[side].used, 0);
  expect(used('after')).toBeGreaterThan(used('before'));
});

/** One chat, and everybody there. */
function aSmallDay(reaction: 'accepts' | 'ring-ended') {
  const chats = profile.flows.slice(0, 1).map((flow) => ({ ...flow, patienceSeconds: null }));
  return record(policy, { ...profile, flows: chats, missedShare: reaction === 'accepts' ? 0 : 1 }, 5, 1);
}

test('handling lasts as long as it did, wherever it went, and the accept comes after the same delay', () => {
  const recorded = aSmallDay('accepts');
  const times = (log: LoggedInput[]) => {
    const at = (kind: string) => Date.parse(log.find(({ input }) => input.kind === kind)!.input.at);
    return { accepts: at('accepts') - at('waits'), handled: at('leaves') - at('accepts') };
  };
  const tried = { ...policy, queues: policy.queues.map((queue) => ({ ...queue, mode: 'even' as const })) };
  const log: LoggedInput[] = [];
  const play = new PlayScript(replay(recorded).scriptUntil(recorded.until), tried, ({ input }) =>
    log.push({ input, isParked: false, decisions: [], tookBack: [] }),
  );
  play.playUntil(recorded.until);
  expect(times(log)).toEqual(times(recorded.log));
});

test('a miss stays a miss, for as long as the tried policy lets it ring', () => {
  const recorded = aSmallDay('ring-ended');
  const longer = { ...policy, standards: { ...policy.standards, chat: { ...policy.standards.chat, ringSeconds: 45 } } };
  const report = tryOut(recorded, longer);
  const [before, after] = [report.waits.before.mean!, report.waits.after.mean!];
  expect(before).toBeGreaterThanOrEqual(20);
  expect(after - before).toBeCloseTo(25, 1);
});

test('what is given without being asked needs no accept, and keeps its handling', () => {
  const direct = { ...policy, queues: policy.queues.map((queue) => ({ ...queue, direct: ['chat' as const] })) };
  const report = tryOut(aSmallDay('accepts'), direct);
  expect(report.waits.after).toMatchObject({ taken: 1, mean: 0 });
  expect(report.differences).toHaveLength(1);
});

// in the days of 1022 and 1037 an offer that nobody took was ringing at noon
test.each([seed, 1022, 1037])(
  'whoever came before it was recorded on waits where they stood, and that is counted (seed %i)',
  (drawnBy) => {
    const { start, log, until } = record(policy, profile, drawnBy);
    const half = replay({ start, log: log.slice(0, log.length >> 1) });
    const rest = { start: half.snapshot(), log: log.slice(log.length >> 1), until };
    const waiting = rest.start.remembered.conversations.filter((one) => one.state !== 'accepted').length;
    const report = tryOut(rest, policy);
    expect(report.notJudgedAnew).toBe(waiting);
    expect(report.differing).toBe(0);
  },
);

test('somebody placed by a colleague stays with whom they were placed', () => {
  const { start, log, until } = aSmallDay('accepts');
  const taken = log.findIndex(({ input }) => input.kind === 'accepts');
  const id = log[taken]!.input.conversationId!;
  const at = new Date(Date.parse(log[taken]!.input.at) + 10_000).toISOString();
  const holder = log[taken]!.input.agentId!;
  const other = names.map(agentId).find((one) => one !== holder)!;
  const place = {
    id: 10,
    step: 10,
    at,
    kind: 'place',
    conversationId: id,
    agentId: other,
    routingVersion: 99,
    body: { how: 'transferred', by: holder },
  } as const;
  const moved = [
    ...log.slice(0, taken + 1),
    { input: place, isParked: false, decisions: [], tookBack: [] },
    ...log.slice(taken + 1),
  ];
  const replayed = replay({ start, log: moved });
  const play = new PlayScript(replayed.scriptUntil(until), policy);
  const seen: string[] = [];
  const again = new PlayScript(replayed.scriptUntil(until), policy, ({ input }) => {
    if (input.kind === 'place') seen.push(`${input.agentId} ${input.at}`);
  });
  play.playUntil(until);
  again.playUntil(until);
  expect(seen).toEqual([`${other} ${at}`]);
});
