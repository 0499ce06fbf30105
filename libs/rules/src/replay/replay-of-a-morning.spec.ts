/** The case `replay-of-a-morning`: a recorded morning comes out to the byte. `UPDATE_CASES=1` records it anew, to be read. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Decision, PolicyV1 } from '@trunkline/contracts';
import { policyOf, staffOf } from '../assign/desk-for-specs.ts';
import { drawScript } from '../simulate/draw-script.ts';
import { seeded } from '../simulate/seeded.ts';
import { asText } from './as-text.ts';
import { PlayScript } from './play-script.ts';
import { ReplayRecorded } from './replay-recorded.ts';
import type { LoggedInput } from './routing-log.ts';

const file = new URL('../../cases/replay-of-a-morning.json', import.meta.url);
/** `queues` and `rules` stand in the default policy's place; `steps` are the log. */
type Morning = { sentence: string; startsAt: string } & Pick<PolicyV1, 'queues'> & {
    rules: PolicyV1['routing']['rules'];
    steps: LoggedInput[];
  };

const policyFor = ({ queues, rules }: Pick<Morning, 'queues' | 'rules'>) =>
  policyOf(queues, { routing: { rules, otherwise: 'service' } });

function recordMorning(): Morning {
  const { queues, routing } = policyOf(
    [
      { code: 'service', mode: 'longest-idle' },
      { code: 'payments', mode: 'by-ability', requires: { payments: 2 }, widensTo: 'service' },
    ],
    { routing: { rules: [{ topic: 'payment-and-settlement', queue: 'payments' }], otherwise: 'service' } },
  );
  const { rules } = routing;
  const policy = policyFor({ queues, rules });
  const startsAt = Date.parse('2026-03-02T00:00:00.000Z');
  const perHour = Array.from({ length: 24 }, (_, hour) => (hour === 9 ? 6 : 0));
  const flow = {
    account: 'desk',
    language: 'en',
    perHour,
    handlingSeconds: 600,
    handlingSpread: 1,
    patienceSeconds: null,
  };
  const shift = (name: string, rest: Parameters<typeof staffOf>[1]) => ({
    record: staffOf(name, { capacity: 2, ...rest }),
    from: 540,
    to: 720,
  });
  const script = drawScript({
    profile: {
      tz: 'UTC',
      flows: [
        { ...flow, standard: 'chat', label: null },
        { ...flow, standard: 'chat', label: 'payment-failed' },
        { ...flow, standard: 'mail', label: 'refund-status' },
      ],
      shifts: [
        shift('ann', {}),
        shift('bob', { groups: ['service', 'payments'], skills: { payments: 1 } }),
        shift('cho', { groups: ['payments'], skills: { payments: 4 } }),
      ],
      acceptSeconds: 5,
      missedShare: 0.2,
    },
    policy,
    startsAt,
    days: 1,
    random: seeded(20),
  });
  const steps: LoggedInput[] = [];
  const play = new PlayScript(script, policy, ({ input, outcomes }) => {
    if (input.kind === 'policy') return;
    const decisions = outcomes.flatMap((one): Decision[] => ('decision' in one ? [one.decision] : []));
    steps.push(structuredClone({ input, isParked: false, decisions, tookBack: [] }));
  });
  play.playUntil(startsAt + 11 * 3_600_000);
  const sentence =
    'Three people, chats and mails between nine and eleven: skills, a miss, one queue that widens; each decision with its working.';
  return { sentence, startsAt: new Date(startsAt).toISOString(), queues, rules, steps };
}

test('A12 a recorded morning is decided again to the byte', () => {
  if (process.env.UPDATE_CASES) writeFileSync(file, `${JSON.stringify(recordMorning(), null, 2)}\n`);
  const morning = JSON.parse(readFileSync(file, 'utf8')) as Morning;
  const start = {
    step: 0,
    at: morning.startsAt,
    policy: policyFor(morning),
    remembered: { agents: [], conversations: [] },
  };
  const replayed = new ReplayRecorded(start);
  for (const step of morning.steps) replayed.hear(step);
  expect(replayed.firstDifference()).toBeNull();
  expect(replayed.compared).toBe(morning.steps.reduce((sum, { decisions }) => sum + decisions.length, 0));
});

test('the morning shows what it says: a miss, a mail given at once, a wait that ends', () => {
  const { steps } = JSON.parse(readFileSync(file, 'utf8')) as Morning;
  const kinds = new Set(steps.map(({ input }) => input.kind));
  expect([...kinds]).toEqual(
    expect.arrayContaining(['staff', 'presence', 'waits', 'accepts', 'ring-ended', 'leaves', 'tick']),
  );
  const decided = new Set(steps.flatMap(({ decisions }) => decisions.map(({ kind }) => kind)));
  expect([...decided].sort()).toEqual(['assigned', 'offered', 'waiting']);
  expect(asText(steps[0]!.input)).toContain('"kind":"staff"');
});
