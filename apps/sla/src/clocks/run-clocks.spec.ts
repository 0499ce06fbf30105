/** These facts, that order, those clocks: what runs, what rests, what stops, and by which limit. */
import { type AgentId, newId, type PolicyV1, type TicketId } from '@trunkline/contracts';
import { defaultPolicy, type FollowedFact } from '@trunkline/rules';
import { aConversation } from './a-conversation.ts';
import { newCase, type Outcome } from './case.ts';
import { runClocks } from './run-clocks.ts';

const nine = Date.parse('2026-11-23T09:00:00Z');
const at = (minutes: number) => nine + minutes * 60_000;
const agent = newId<AgentId>();
const ticketId = newId<TicketId>();

type Told = { type: string; data: Record<string, unknown> };
/** Each fact in a batch of its own, as it would be read back from its row. */
function run(facts: FollowedFact[], policy: PolicyV1 = defaultPolicy) {
  const one = newCase(facts[0]!.data.conversationId);
  const outcomes: Outcome[] = facts.map((fact) => runClocks([fact], new Map([[one.conversationId, one]]), policy));
  const said = outcomes.flatMap((outcome) => outcome.facts as unknown as Told[]);
  const of = (kind: string) => said.filter(({ data }) => data.policy === kind);
  return {
    one,
    outcomes,
    /** `set 9:00 → 9:01`: minutes after nine. */
    lines: (kind: string) => of(kind).map(lineOf),
    clock: (kind: string) => one.clocks.find(({ policy: its }) => its === kind),
  };
}

const minute = (instant: unknown) => `${(Date.parse(String(instant)) - nine) / 60_000}`;
function lineOf({ type, data }: Told): string {
  const what = type.replace('deadline.', '');
  if (what === 'met') return `met ${minute(data.metAt)} ${data.because}`;
  if (what === 'paused') return `paused ${minute(data.pausedAt)}`;
  if (what === 'resumed') return `resumed ${minute(data.resumedAt)}, due ${minute(data.dueAt)}`;
  if (what === 'moved') return `moved ${minute(data.from)} → ${minute(data.dueAt)} ${data.limit}`;
  return `${what} ${minute(data.startedAt)} → ${minute(data.dueAt)} ${data.limit}`;
}
const chat = () => aConversation({ at: nine });
const complaint = (kind: 'complaint-employee' | 'complaint-event' = 'complaint-employee') => ({
  ticketId,
  kind,
  openedAt: at(5),
});
const day = 1440;

test('A2 resolution runs from arrival until it is solved', () => {
  const one = chat();
  const { lines } = run([one.opened(), one.answered(at(1)), one.writes(at(2)), one.solved(at(10))]);
  expect(lines('resolution')).toEqual([
    `set 0 → ${day} standard-chat`,
    'paused 1',
    `resumed 2, due ${day + 1}`,
    'met 10 solved',
  ]);
});

test('A2 it rests while the customer is to answer, and the working says so', () => {
  const one = chat();
  const { clock, outcomes } = run([one.opened(), one.answered(at(60)), one.writes(at(90)), one.answered(at(100))]);
  expect(clock('resolution')).toMatchObject({ pauses: [[at(60), at(90)]], pausedAt: at(100), dueAt: at(day + 30) });
  expect(clock('resolution')?.working.find(({ because }) => because === 'paused')).toMatchObject({ seconds: 1800 });
  expect(outcomes.at(-1)?.timed.size).toBeGreaterThan(0); // its timers are taken away
});

test('a ticket that waits for the customer rests it too', () => {
  const one = chat();
  const ticket = { ...complaint(), kind: 'incident' as const };
  const { lines } = run([
    one.opened(),
    one.ticket({ ...ticket, ticketVersion: 1, ticketState: 'open' }, at(5)),
    one.ticket({ ...ticket, ticketVersion: 2, ticketState: 'with-customer' }, at(20)),
    one.ticket({ ...ticket, ticketVersion: 3, ticketState: 'open' }, at(50)),
  ]);
  expect(lines('resolution')).toEqual([`set 0 → ${day} standard-chat`, 'paused 20', `resumed 50, due ${day + 30}`]);
});

test.each<['goes-on' | 'begins-anew', string]>([
  ['goes-on', `set 0 → ${day + 110} standard-chat`],
  ['begins-anew', `set 120 → ${day + 120} standard-chat`],
])('a reopened conversation’s resolution %s by the policy', (onReopening, expected) => {
  const one = chat();
  const policy = { ...defaultPolicy, time: { ...defaultPolicy.time, onReopening } };
  const { lines } = run([one.opened(), one.solved(at(10)), one.reopened(at(120)), one.writes(at(120))], policy);
  expect(lines('resolution')).toEqual([`set 0 → ${day} standard-chat`, 'met 10 solved', expected]);
});

test('whoever has it and is silent has a clock of their own, since they have it and an answer is owed', () => {
  const one = chat();
  const { lines } = run([
    one.opened(),
    one.assignedTo(agent, at(1)),
    one.answered(at(2)),
    one.writes(at(4)),
    one.assignedTo(newId<AgentId>(), at(6)),
    one.givenBack(at(7)),
  ]);
  expect(lines('agent-silence')).toEqual([
    'set 1 → 6 silent-chat',
    'met 2 answered',
    'set 4 → 9 silent-chat',
    'met 6 assignment-ended',
    'set 6 → 11 silent-chat',
    'met 7 assignment-ended',
  ]);
});

test('nobody takes it: a clock from arrival until somebody has it, and again once it is given back', () => {
  const one = chat();
  const { lines } = run([one.opened(), one.assignedTo(agent, at(2)), one.givenBack(at(8))]);
  expect(lines('accept')).toEqual(['set 0 → 3 nobody-takes-chat', 'met 2 assigned', 'set 8 → 11 nobody-takes-chat']);
});

test('A21 a complainant is answered in two working days, counted from the ticket', () => {
  const one = chat();
  const open = { ...complaint(), ticketVersion: 1, ticketState: 'open' as const };
  const { lines, clock } = run([
    one.opened(),
    one.ticket(open, at(5)),
    one.ticket({ ...open, ticketVersion: 2, answeredAt: at(90) }, at(91)),
  ]);
  expect(lines('promise')).toEqual([`set 5 → ${5 + 2 * day} promise-to-complainant`, 'met 90 answered']);
  expect(clock('promise')).toMatchObject({ about: ticketId, workingDays: 2 });
});

test('a complaint about an event is promised nothing, and a first response to it is due in a quarter of an hour', () => {
  const mail = aConversation({ at: nine, standard: 'mail' });
  const { lines } = run([
    mail.opened(),
    mail.ticket({ ...complaint('complaint-event'), ticketVersion: 1, ticketState: 'open' }, at(5)),
  ]);
  expect(lines('promise')).toEqual([]);
  expect(lines('first-response')).toEqual(['set 0 → 240 standard-mail', 'moved 240 → 15 complaint-event-first']);
});

test('A22 a promise that was released runs until the instant it names, whatever is answered before it or labelled after', () => {
  const one = chat();
  const opened = { ...complaint('complaint-event'), ticketVersion: 1, ticketState: 'open' as const };
  const iso = (minutes: number) => new Date(at(minutes)).toISOString();
  const promised = { at: iso(30), until: iso(30 + 3 * 60) };
  const { clock, lines } = run([
    one.opened(),
    one.ticket(opened, at(5)),
    one.ticket({ ...opened, ticketVersion: 2, answeredAt: at(20) }, at(20)),
    one.ticket({ ...opened, ticketVersion: 3, promised }, at(30)),
    one.relabelled('refund-request', at(40)),
    one.ticket({ ...opened, ticketVersion: 4 }, at(50)),
    one.ticket({ ...opened, ticketVersion: 5, answeredAt: at(90) }, at(91)),
  ]);
  expect(lines('promise')).toEqual(['set 30 → 210 released-promise', 'met 90 answered']);
  expect(clock('promise')).toMatchObject({ about: opened.ticketId, limitSeconds: 3 * 60 * 60 });
});

test('after it was solved only what comes later runs: the visit and the closing, which words put off', () => {
  const one = chat();
  const open = { ...complaint(), ticketVersion: 1, ticketState: 'open' as const };
  const { one: kept, lines } = run([
    one.opened(),
    one.assignedTo(agent, at(1)),
    one.ticket(open, at(5)),
    one.solved(at(10)),
    one.writes(at(70)),
  ]);
  const running = kept.clocks.filter(({ metAt }) => metAt === null).map(({ policy }) => policy);
  expect(running.sort()).toEqual(['auto-close', 'follow-up']);
  expect(lines('auto-close')).toEqual([
    `set 10 → ${10 + day} silence-chat`,
    'met 70 customer-wrote',
    `set 70 → ${70 + day} silence-chat`,
  ]);
  expect(lines('follow-up')).toEqual([`set 10 → ${10 + 3 * day} visit-after-complaint`]);
});

test('a survey runs from the closing, where the policy has one; reopening takes visit and closing away', () => {
  const one = chat();
  const survey = { code: 'survey-chat', clock: 'survey' as const, when: {}, seconds: 600 };
  const policy = { ...defaultPolicy, time: { ...defaultPolicy.time, limits: [survey] } };
  expect(run([one.opened(), one.closed(at(10))], policy).lines('survey')).toEqual(['set 10 → 20 survey-chat']);
  const other = chat();
  const { lines } = run([other.opened(), other.solved(at(10)), other.reopened(at(30))]);
  expect(lines('auto-close')).toEqual([`set 10 → ${10 + day} silence-chat`, 'met 30 reopened']);
});

test('another label brings another limit, with a row for the deadline that moved', () => {
  const one = chat();
  const label = defaultPolicy.taxonomy.topics.flatMap(({ labels }) => labels)[0]!.code;
  const tight = { code: 'tight', clock: 'resolution' as const, when: { label }, seconds: 3600 };
  const policy = { ...defaultPolicy, time: { ...defaultPolicy.time, limits: [tight] } };
  const { lines, outcomes } = run([one.opened(), one.relabelled(label, at(20))], policy);
  expect(lines('resolution')).toEqual([`set 0 → ${day} standard-chat`, `moved ${day} → 60 tight`]);
  expect(outcomes.at(-1)?.moves).toMatchObject([{ because: 'matter-changed', from: { limit: 'standard-chat' } }]);
});

test('whatever order the facts come in, the clocks that run and what they rest are the same', () => {
  const one = chat();
  const facts = [
    one.opened(),
    one.assignedTo(agent, at(1)),
    one.answered(at(2)),
    one.writes(at(4)),
    one.solved(at(6)),
    one.reopened(at(20)),
  ];
  const stand = (order: FollowedFact[]) =>
    run(order)
      .one.clocks.filter(({ metAt }) => metAt === null)
      .map(({ policy, begunAt, startedAt, pauses, dueAt }) => ({ policy, begunAt, startedAt, pauses, dueAt }))
      .sort((a, b) => a.policy.localeCompare(b.policy));
  const expected = stand(facts);
  expect(expected.map(({ policy }) => policy)).toEqual(['accept', 'resolution']);
  for (const order of permutations(facts)) expect(stand([...order, ...order])).toEqual(expected);
});

function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}
