/** The ladder, rung by rung: who is told, who is passed over and why, and how long they have. */
import type { AgentId, LadderLevel, RosterDayV1, Trigger } from '@trunkline/contracts';
import { aroundOf, ladderOf, levelOf, personOf, shiftsOf } from './desk-for-ladder-specs.ts';
import { nextLevel } from './next-level.ts';

const [lin, mei, other] = [personOf('lin'), personOf('mei'), personOf('other', { groups: ['payments'] })];
const boss = personOf('boss', { role: 'administrator', groups: [] });
const agent = personOf('agent', { role: 'agent' });
const staff = [lin, mei, other, boss, agent];
const usual = [levelOf(1), levelOf(2, { role: 'administrator', acknowledgeMinutes: 30 })];
const byDay = { day: { tz: 'UTC', hours: { mon: [['09:00', '18:00'] as [string, string]] } } };
const calendars = Object.fromEntries(
  Object.entries(byDay).map(([code, one]) => [
    code,
    { holidays: [], holidaysYearly: [], special: {}, breaks: {}, ...one },
  ]),
);
const quiet = (level: LadderLevel): LadderLevel => ({ ...level, pagedWhile: 'day' });

type Row = {
  ladder?: LadderLevel[];
  after?: number;
  trigger?: Trigger;
  online?: string[];
  roster?: RosterDayV1[];
  hidden?: string[];
  at?: string;
};
const ask = ({ ladder = usual, after = 0, trigger = 'limit-missed', hidden = [], online = [], ...rest }: Row) =>
  nextLevel(
    { after, trigger, queue: 'service', hiddenFrom: hidden as AgentId[] },
    ladderOf(ladder, {}, calendars),
    aroundOf({ staff, online, ...rest }),
  );
const linsShift = [shiftsOf('service', [{ who: 'lin', from: '2026-11-23T08:00:00Z', to: '2026-11-23T16:00:00Z' }])];
const nextMonth = [shiftsOf('service', [{ who: 'lin', from: '2026-12-23T08:00:00Z', to: '2026-12-23T16:00:00Z' }])];
const nightOnly = [shiftsOf('service', [{ who: 'lin', from: '2026-11-23T20:00:00Z', to: '2026-11-24T04:00:00Z' }])];

test.each<[string, Row, { level: number; people: string[]; seconds: number; because: string }]>([
  [
    'A45 a plan for next month is no roster today: all of the role who watch the group are there',
    { online: ['lin', 'mei'], roster: nextMonth },
    { level: 1, people: ['lin', 'mei'], seconds: 900, because: 'on-duty-standing' },
  ],
  [
    'A45 the supervisor on shift is told, and no other',
    { roster: linsShift, online: ['lin', 'mei'] },
    { level: 1, people: ['lin'], seconds: 900, because: 'on-duty-by-roster' },
  ],
  [
    'A45 without a roster all of the role who watch the group and are there',
    { online: ['lin', 'mei', 'other'] },
    { level: 1, people: ['lin', 'mei'], seconds: 900, because: 'on-duty-standing' },
  ],
  [
    'A45 nobody of them is signed in: the next level within 60 s',
    { roster: linsShift, online: ['mei', 'boss'] },
    { level: 1, people: [], seconds: 60, because: 'nobody-signed-in' },
  ],
  [
    'A45 nobody is on duty now, though another is there',
    { roster: nightOnly, online: ['mei'] },
    { level: 1, people: [], seconds: 60, because: 'nobody-on-duty' },
  ],
  [
    'A29 the next level has the limit of its own',
    { after: 1, online: ['boss'] },
    { level: 2, people: ['boss'], seconds: 1800, because: 'on-duty-standing' },
  ],
  [
    'A45 at the top it is never nobody',
    { after: 1 },
    { level: 2, people: ['boss'], seconds: 1800, because: 'told-though-nobody-is-there' },
  ],
  [
    'a roster that ended days ago is none',
    { roster: linsShift, online: ['mei'], at: '2026-11-30T10:00:00Z' },
    { level: 1, people: ['mei'], seconds: 900, because: 'on-duty-standing' },
  ],
  [
    'a named person who is there',
    { ladder: [levelOf(1, { agentId: mei.id }), levelOf(2)], online: ['mei', 'lin'] },
    { level: 1, people: ['mei'], seconds: 900, because: 'named-in-ladder' },
  ],
  [
    'a named person who is not there',
    { ladder: [levelOf(1, { agentId: mei.id }), levelOf(2)], online: ['lin'] },
    { level: 1, people: [], seconds: 60, because: 'nobody-signed-in' },
  ],
  [
    'a named person of another group may not hear of it',
    { ladder: [levelOf(1, { agentId: other.id }), levelOf(2)], online: ['other'] },
    { level: 1, people: [], seconds: 60, because: 'named-person-gone' },
  ],
  [
    'a named person at the top is told though signed out',
    { ladder: [levelOf(1, { agentId: mei.id })] },
    { level: 1, people: ['mei'], seconds: 900, because: 'told-though-nobody-is-there' },
  ],
  [
    'a role that may acknowledge nothing is passed on at the top to administrators',
    { ladder: [levelOf(1, { role: 'agent' })], online: ['agent'] },
    { level: 1, people: ['boss'], seconds: 900, because: 'told-though-nobody-is-there' },
  ],
  [
    'whom it accuses does not hear of it',
    { hidden: ['lin'], online: ['lin', 'mei'] },
    { level: 1, people: ['mei'], seconds: 900, because: 'on-duty-standing' },
  ],
  [
    'the accused alone on shift: the next level',
    { hidden: ['lin'], roster: linsShift, online: ['lin', 'mei'] },
    { level: 1, people: [], seconds: 60, because: 'nobody-on-duty' },
  ],
  [
    'in quiet hours the next level at once',
    {
      ladder: [quiet(levelOf(1)), levelOf(2, { role: 'administrator' })],
      online: ['lin', 'boss'],
      at: '2026-11-23T20:00:00Z',
    },
    { level: 2, people: ['boss'], seconds: 900, because: 'on-duty-standing' },
  ],
  [
    'a trigger that wakes knows no quiet hours',
    { ladder: [quiet(levelOf(1))], trigger: 'publicity', online: ['lin'], at: '2026-11-23T20:00:00Z' },
    { level: 1, people: ['lin'], seconds: 900, because: 'on-duty-standing' },
  ],
  [
    'below levels that are all quiet it is never nobody',
    { ladder: [levelOf(1), quiet(levelOf(2, { role: 'administrator' }))], at: '2026-11-23T20:00:00Z' },
    { level: 1, people: ['lin', 'mei'], seconds: 900, because: 'told-though-nobody-is-there' },
  ],
  [
    'a calendar that is not there keeps nobody from being told',
    { ladder: [levelOf(1, { pagedWhile: 'gone' })], online: ['lin'] },
    { level: 1, people: ['lin'], seconds: 900, because: 'on-duty-standing' },
  ],
])('%s', (_sentence, row, { level, people, seconds, because }) => {
  const next = ask(row);
  expect(next).toMatchObject({ kind: 'tell', level, people, acknowledgeSeconds: seconds });
  expect(next.kind === 'tell' && next.working.at(-1)).toMatchObject({ level, because: { code: because } });
});

test('above the highest is nobody', () =>
  expect(ask({ after: 2 })).toEqual({ kind: 'stay', because: 'top-of-ladder' }));

test('while all that are left are quiet it waits for the first that opens, and says why', () =>
  expect(ask({ ladder: [quiet(levelOf(1)), quiet(levelOf(2))], online: ['lin'], at: '2026-11-23T20:00:00Z' })).toEqual({
    kind: 'wait',
    until: Date.parse('2026-11-30T09:00:00Z'),
    working: [1, 2].map((level) => ({ level, because: { code: 'quiet-hours', values: { level } } })),
  }));

test('the levels that were passed over stand in the working', () => {
  const next = ask({ ladder: [quiet(levelOf(1)), levelOf(3)], online: ['lin'], at: '2026-11-22T10:00:00Z' });
  expect(next).toMatchObject({ kind: 'tell', level: 3, working: [{ level: 1 }, { level: 3 }] });
});
