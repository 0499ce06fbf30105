/** Reports of a call in every order, twice, late: it comes to the same, and a state never goes back. */
import type { CallState } from '@trunkline/contracts';
import { seeded } from '../simulate/seeded.ts';
import { addReport, type CallReport, type CallStand, stateOf } from './add-report.ts';
import { whatFollows } from './what-follows.ts';

const report = (state: CallState, second: number, rest: Partial<CallReport> = {}): CallReport => ({
  state,
  at: new Date(Date.UTC(2026, 10, 23, 9, 0, second)).toISOString(),
  agent: null,
  language: null,
  topic: null,
  name: null,
  recordingUrl: null,
  voicemail: null,
  seconds: null,
  ...rest,
});
const all = (reports: CallReport[]) => reports.reduce<CallStand | null>(addReport, null)!;

test.each<[string, CallReport[], CallState]>([
  ['a call rings', [report('ringing', 0)], 'ringing'],
  ['it is answered', [report('ringing', 0), report('answered', 5)], 'answered'],
  ['it ends', [report('ringing', 0), report('answered', 5), report('ended', 60)], 'ended'],
  ['the end comes first and the answer late', [report('ended', 60), report('answered', 5)], 'ended'],
  ['what ended without an answer was missed', [report('ringing', 0), report('ended', 20)], 'missed'],
  ['what broke off while it rang was missed', [report('ringing', 0), report('dropped', 20)], 'missed'],
  ['what broke off in the middle was dropped', [report('answered', 5), report('dropped', 20)], 'dropped'],
  ['broken off is stronger than ended', [report('answered', 5), report('dropped', 20), report('ended', 21)], 'dropped'],
  ['one telephone did not answer, another did', [report('missed', 10), report('answered', 12)], 'ended'],
  ['who ended it had answered it', [report('ringing', 0), report('ended', 60, { agent: '1024' })], 'ended'],
])('%s', (_sentence, reports, expected) => {
  expect(stateOf(all(reports))).toBe(expected);
  expect(stateOf(all([...reports, ...reports]))).toBe(expected);
});

const rank: Record<CallState, number> = { ringing: 0, answered: 1, ended: 2, missed: 2, dropped: 2 };
const states: CallState[] = ['ringing', 'answered', 'ended', 'missed', 'dropped'];
const seed = Number(process.env.SEED ?? 20_261_123);

test(`A43 4,000 calls in random orders come to what the reports say together, and never go back (seed ${seed})`, () => {
  const random = seeded(seed);
  const below = (count: number) => Math.floor(random() * count);
  for (let run = 0; run < 4_000; run++) {
    const reports = Array.from({ length: 1 + below(7) }, () =>
      report(states[below(5)]!, below(50), {
        agent: random() < 0.3 ? `10${below(3)}` : null,
        topic: random() < 0.3 ? `topic-${below(3)}` : null,
        recordingUrl: random() < 0.2 ? `https://pbx.test/${below(3)}` : null,
        seconds: random() < 0.3 ? below(100) : null,
      }),
    );
    const inOrder = all(reports.toSorted((a, b) => a.at.localeCompare(b.at)));
    const shuffled = [...reports, ...reports.filter(() => random() < 0.5)]
      .map((one) => [random(), one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one);
    let known: CallStand | null = null;
    const followed: string[] = [];
    for (const one of shuffled) {
      const before = known && stateOf(known);
      const next: CallStand = addReport(known, one);
      const after = stateOf(next);
      if (before) expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
      const wasAnswered = known?.answeredAt != null;
      followed.push(
        ...whatFollows({ before, after, direction: 'in', wasAnswered, isComplaint: true }).map(({ kind }) => kind),
      );
      known = next;
    }
    expect(known).toEqual(inOrder);
    for (const kind of ['opens', 'is-answered', 'is-over']) {
      expect(followed.filter((one) => one === kind).length).toBeLessThanOrEqual(1);
    }
  }
});
