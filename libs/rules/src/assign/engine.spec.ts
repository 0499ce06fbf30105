/** Who gets what: offers, turns, rings, room, and people who come and go. */
import { agentId, conversationId, DeskForSpecs, policyOf, said } from './desk-for-specs.ts';
import { Engine } from './engine.ts';

const chatsOf = (names: string[]) => names.map((name) => ({ name, capacity: 2 }));
function deskWith(
  people: { name: string; capacity?: number; skills?: Record<string, number> }[],
  policy = policyOf([{}]),
) {
  const desk = new DeskForSpecs(policy);
  for (const { name, ...rest } of people) desk.comes(name, rest);
  return desk;
}

test('a chat is offered and holds room, a mail is given at once', () => {
  const desk = deskWith([{ name: 'ann' }]);
  expect(said(desk.waits('c1'))).toEqual(['offered c1 ann']);
  expect(said(desk.waits('m1', { standard: 'mail' }))).toEqual(['assigned m1 ann']);
  expect(desk.load('ann')).toBe(3);
});

test('an offer that rings to its end goes to the next, and nobody is asked twice while others were not', () => {
  const desk = deskWith(chatsOf(['ann', 'bob', 'cid']));
  desk.waits('c1');
  const asked = [desk.holder('c1')];
  for (let n = 0; n < 2; n++) {
    desk.misses('c1');
    asked.push(desk.holder('c1'));
  }
  expect(new Set(asked).size).toBe(3);
  desk.misses('c1');
  expect(desk.holder('c1')).toBe(asked[0]);
});

test('after three missed offers in a row an agent is away, and what rang for them goes on', () => {
  const desk = deskWith([{ name: 'ann' }]);
  desk.waits('c1');
  desk.misses('c1');
  desk.misses('c1');
  expect(said(desk.misses('c1'))).toEqual(['ann away', 'waiting c1 nobody-online']);
  expect(desk.load('ann')).toBe(0);
  expect(said(desk.comes('ann'))).toEqual(['ann online', 'offered c1 ann']);
});

test('taking one starts the count of missed offers anew', () => {
  const desk = deskWith([{ name: 'ann' }]);
  desk.waits('c1');
  desk.misses('c1');
  desk.misses('c1');
  desk.accepts('c1');
  desk.waits('c2');
  expect(said(desk.misses('c2'))).toEqual(['offered c2 ann']);
});

test('who declines is asked again only after a rest', () => {
  const desk = deskWith([{ name: 'ann' }]);
  desk.waits('c1');
  expect(said(desk.declines('c1'))).toEqual(['waiting c1 declined-by-all']);
  desk.pass(19);
  expect(said(desk.hear('tick', {}))).toEqual([]);
  expect(desk.engine.nextDueAt()).toBe('2026-11-22T09:00:20.000Z');
  desk.pass(1);
  expect(said(desk.hear('tick', {}))).toEqual(['offered c1 ann']);
});

test('freed room pulls the soonest, again until it is full', () => {
  const desk = deskWith([{ name: 'ann', capacity: 2 }]);
  desk.waits('c1');
  for (const name of ['m1', 'm2', 'm3']) desk.waits(name, { standard: 'mail' });
  expect(said(desk.leaves('c1'))).toEqual(['assigned m1 ann', 'assigned m2 ann']);
  expect(desk.load('ann')).toBe(2);
});

test('A9 of two with the same standard, who waited 120 minutes longer is first whatever the boost', () => {
  const desk = deskWith([]);
  desk.waits('urgent', { boostMinutes: 120 });
  desk.waits('calm', { minutesAgo: 120.1 });
  expect(said(desk.comes('ann', { capacity: 2 })).at(1)).toBe('offered calm ann');
});

test('a lower key after a warning moves it forward', () => {
  const desk = deskWith([]);
  desk.waits('c1');
  desk.waits('c2');
  const { orderKeyParts } = desk.engine.conversation(conversationId('c2'))!;
  const parts = { ...orderKeyParts, orderKey: orderKeyParts.orderKey - 900_000 };
  desk.hear('warned', { orderKeyParts: parts }, { conversation: 'c2' });
  expect(said(desk.comes('ann', { capacity: 2 })).at(1)).toBe('offered c2 ann');
});

test('A12 average: ten agents, a thousand items, counts differ by one at most', () => {
  const names = Array.from({ length: 10 }, (_, n) => `a${n}`);
  const desk = deskWith(
    names.map((name) => ({ name, capacity: 64 })),
    policyOf([{ mode: 'even' }]),
  );
  const counts = new Map<string, number>();
  for (let n = 0; n < 1000; n++) {
    desk.waits(`m${n}`, { standard: 'mail' });
    const holder = desk.holder(`m${n}`)!;
    counts.set(holder, (counts.get(holder) ?? 0) + 1);
    desk.leaves(`m${n}`);
  }
  expect([...counts.values()]).toHaveLength(10);
  expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
});

test('A12 ability: the highest level wins, among equals who has been idle longest', () => {
  const desk = new DeskForSpecs(policyOf([{ mode: 'by-ability' }]));
  desk.comes('low', { skills: { pay: 2 } });
  desk.pass(1).comes('top1', { skills: { pay: 5 } });
  desk.pass(1).comes('top2', { skills: { pay: 5 } });
  desk.waits('c1', { requires: { pay: 2 } });
  expect(desk.holder('c1')).toBe('top1');
  desk.waits('c2', { requires: { pay: 2 } });
  expect(desk.holder('c2')).toBe('top2');
});

test('longest idle: who has had nothing for longest is next', () => {
  const desk = new DeskForSpecs(policyOf([{ mode: 'longest-idle' }]));
  desk.comes('ann');
  desk.pass(5).comes('bob');
  desk.waits('c1');
  desk.pass(5).leaves('c1');
  desk.waits('c2');
  expect(desk.holder('c2')).toBe('bob');
});

test('least loaded goes by share of capacity, not by number', () => {
  const desk = deskWith([
    { name: 'big', capacity: 12 },
    { name: 'small', capacity: 4 },
  ]);
  for (const chat of ['c1', 'c2', 'c3', 'c4']) desk.waits(chat);
  expect([desk.load('big'), desk.load('small')]).toEqual([6, 2]);
});

test.each([
  ['nobody of the group is signed in', [], {}, 'nobody-online'],
  [
    'those there lack the skill',
    [{ name: 'ann', skills: { pay: 2 } }],
    { requires: { pay: 3 } },
    'no-agent-with-skill',
  ],
  ['those who could are full', [{ name: 'ann', capacity: 1 }], {}, 'all-agents-full'],
  ['nobody takes this channel', [{ name: 'ann', standards: ['mail' as const] }], {}, 'nobody-takes-this-channel'],
])('it waits and says why: %s', (_sentence, people, asked, because) => {
  const desk = deskWith(people, policyOf([{}]));
  expect(said(desk.waits('c1', asked))).toEqual([`waiting c1 ${because}`]);
});

test('where the queue is closed and nobody is there, it says until when', () => {
  const desk = deskWith([], policyOf([{ calendar: 'office-cn' }]));
  const [waiting] = desk.waits('c1'); // a Sunday
  expect(waiting).toMatchObject({ because: { code: 'outside-hours', values: { until: '2026-11-23T01:00:00.000Z' } } });
});

test('a language is asked for only where anybody of the group has one', () => {
  const desk = deskWith([{ name: 'ann' }]);
  expect(said(desk.waits('c1', { requires: { 'lang-zh': 1 } }))).toEqual(['offered c1 ann']);
  desk.comes('bob', { skills: { 'lang-zh': 3 }, capacity: 2 });
  desk.waits('c2', { requires: { 'lang-zh': 1 } });
  expect(desk.holder('c2')).toBe('bob');
  expect(said(desk.waits('c3', { requires: { 'lang-zh': 1 } }))).toEqual(['waiting c3 all-agents-full']);
});

test('rings widen: levels relax one by one, then the other group may take it, its place kept', () => {
  const desk = new DeskForSpecs(policyOf([{ code: 'pay', widensTo: 'service' }, {}]));
  desk.comes('ann', { skills: { pay: 1 }, groups: ['service'] });
  desk.waits('c1', { queue: 'pay', requires: { pay: 2 } });
  expect(desk.waitingBecause('c1')).toBe('nobody-online');
  desk.pass(30);
  expect(said(desk.hear('tick', {}))).toEqual([]);
  desk.pass(30);
  expect(said(desk.hear('tick', {}))).toEqual(['offered c1 ann']);
  expect(desk.engine.conversation(conversationId('c1'))).toMatchObject({ ring: 2, widenAt: null });
});

test('who knows the customer is first, and it is kept for them for a while only', () => {
  const desk = deskWith([
    { name: 'ann', capacity: 2 },
    { name: 'bob', capacity: 2 },
  ]);
  desk.waits('c1');
  const busy = desk.holder('c1')!;
  const preferred = { preferredAgentId: agentId(busy), preferredUntil: '2026-11-22T09:01:00.000Z' };
  expect(said(desk.waits('c2', preferred))).toEqual(['waiting c2 kept-for-former-agent']);
  desk.pass(60);
  desk.hear('tick', {});
  expect(desk.holder('c2')).toBe(busy === 'ann' ? 'bob' : 'ann');
});

test('what was kept for somebody who leaves goes to the next at once', () => {
  const desk = deskWith([
    { name: 'ann', capacity: 2 },
    { name: 'bob', capacity: 2 },
  ]);
  desk.waits('m1', { standard: 'mail', weight: 2 });
  const former = desk.holder('m1')!;
  desk.waits('c2', { preferredAgentId: agentId(former), preferredUntil: '2026-11-22T09:01:00.000Z' });
  desk.goes(former);
  expect(desk.holder('c2')).toBe(former === 'ann' ? 'bob' : 'ann');
});

test('an agent who is gone: offers and chats go back with their place, mail stays theirs', () => {
  const desk = deskWith([{ name: 'ann' }]);
  desk.waits('c1', { minutesAgo: 2 });
  desk.accepts('c1');
  desk.waits('c2', { minutesAgo: 1 });
  desk.waits('m1', { standard: 'mail' });
  expect(said(desk.goes('ann', 'not-seen'))).toEqual([
    'ann offline',
    'ended c1 ann',
    'ended c2 ann',
    'waiting c1 nobody-online',
    'waiting c2 nobody-online',
  ]);
  expect(desk.holder('m1')).toBe('ann');
  expect(said(desk.comes('bob', { capacity: 2 }))).toEqual([
    'bob online',
    'offered c1 bob',
    'waiting c2 all-agents-full',
  ]);
});

test('a mail that waits for its customer frees its room, and the answer comes back to the same agent', () => {
  const desk = deskWith([{ name: 'ann', capacity: 1 }]);
  desk.waits('m1', { standard: 'mail' });
  desk.waits('m2', { standard: 'mail' });
  expect(said(desk.hear('room', { holds: false }, { conversation: 'm1' }))).toEqual(['weighs m1 0', 'assigned m2 ann']);
  desk.leaves('m2');
  expect(said(desk.hear('room', { holds: true }, { conversation: 'm1' }))).toEqual(['weighs m1 1']);
});

test('an answer that finds its agent full waits for them first, then goes to the next', () => {
  const desk = deskWith([
    { name: 'ann', capacity: 1 },
    { name: 'bob', capacity: 1 },
  ]);
  desk.waits('m1', { standard: 'mail' });
  const first = desk.holder('m1')!;
  desk.hear('room', { holds: false }, { conversation: 'm1' });
  desk.waits('m2', { standard: 'mail' });
  desk.waits('m3', { standard: 'mail' });
  const outcomes = said(desk.hear('room', { holds: true }, { conversation: 'm1' }));
  expect(outcomes).toEqual([`ended m1 ${first}`, 'waiting m1 kept-for-former-agent']);
});

test.each([
  ['somebody who is not there', 'bob', 'ann', 'transferred', 'refused agent-not-there'],
  ['somebody who is full', 'full', 'ann', 'transferred', 'refused agent-full'],
  ['an unknown person', 'nobody', 'ann', 'transferred', 'refused no-such-agent'],
])('a transfer to %s is refused with its reason', (_sentence, to, by, how, expected) => {
  const desk = deskWith([{ name: 'ann' }, { name: 'full', capacity: 0 }]);
  desk.comes('bob');
  desk.goes('bob');
  desk.waits('c1');
  desk.accepts('c1');
  const body = { how: how as 'transferred', by: agentId(by) };
  expect(said(desk.hear('place', body, { conversation: 'c1', agent: to }))).toEqual([expected]);
  expect(desk.holder('c1')).toBe('ann');
});

test('a supervisor takes over beyond their room, and it is marked', () => {
  const desk = deskWith([{ name: 'ann', capacity: 2 }]);
  desk.comes('boss', { role: 'supervisor', capacity: 1 });
  desk.waits('c1');
  desk.accepts('c1');
  desk.waits('c2');
  const outcomes = desk.hear(
    'place',
    { how: 'taken-over', by: agentId('boss') },
    { conversation: 'c1', agent: 'boss' },
  );
  expect(said(outcomes)).toEqual(['ended c1 ann', 'assigned c1 boss', 'offered c2 ann']);
  expect(outcomes[1]).toMatchObject({ isOverride: true, how: 'taken-over' });
  expect(desk.engine.agent(agentId('boss'))).toMatchObject({ load: 2, override: 1 });
});

test('capacity lowered under the load becomes an override that shrinks as load is freed', () => {
  const desk = deskWith([{ name: 'ann' }]);
  for (const chat of ['c1', 'c2']) desk.waits(chat);
  desk.comes('ann', { capacity: 2 });
  expect(desk.engine.agent(agentId('ann'))).toMatchObject({ load: 4, override: 2 });
  desk.leaves('c1');
  expect(desk.engine.agent(agentId('ann'))).toMatchObject({ load: 2, override: 0 });
});

test('a decision shows everybody with the first rule that failed, the parts of the key, and what would change it', () => {
  const desk = deskWith([
    { name: 'ann', skills: { pay: 4 } },
    { name: 'bob', skills: { pay: 1 } },
    { name: 'cid', skills: { pay: 4 } },
  ]);
  desk.comes('dan', { groups: ['other'] });
  desk.goes('cid');
  const [outcome] = desk.waits('c1', { requires: { pay: 3 } });
  const decision = outcome && 'decision' in outcome ? outcome.decision : undefined;
  expect(decision?.candidates.map((one) => [one.name, one.because.code, one.chosen])).toEqual([
    ['ann', 'best-match', true],
    ['bob', 'lacks-skill', false],
    ['cid', 'is-offline', false],
    ['dan', 'other-group', false],
  ]);
  expect(decision).toMatchObject({
    kind: 'offered',
    queue: 'service',
    requires: { pay: 3 },
    ring: 0,
    policyVersion: 0,
  });
  const [waiting] = desk.waits('c2', { requires: { pay: 5 } });
  expect(waiting).toMatchObject({
    decision: {
      wouldChange: [{ code: 'a-level-more', values: { agent: 'ann', skill: 'pay', level: 5 } }, { code: 'widens-at' }],
    },
  });
});

test('a dropped decision gives the room back, and the cause is heard afterwards', () => {
  const desk = deskWith([{ name: 'ann', capacity: 2 }]);
  desk.engine.beginBatch();
  desk.waits('c1');
  const was = desk.engine.imageOf(conversationId('c1'))!;
  desk.hear('dropped', { was }, { conversation: 'c1' });
  expect([desk.load('ann'), desk.holder('c1')]).toEqual([0, null]);
  expect(said(desk.leaves('c1'))).toEqual([]);
  expect(said(desk.waits('c2'))).toEqual(['offered c2 ann']);
});

test('a chat whose decision was dropped over a trifle is decided on again', () => {
  const desk = deskWith([{ name: 'ann', capacity: 2 }]);
  desk.engine.beginBatch();
  desk.waits('c1');
  const known = structuredClone(desk.engine.imageOf(conversationId('c1'))!);
  desk.hear('dropped', { was: known }, { conversation: 'c1' });
  expect(said(desk.hear('warned', { orderKeyParts: known.orderKeyParts }, { conversation: 'c1' }))).toEqual([
    'offered c1 ann',
  ]);
});

test('what cannot be weighed waits for a supervisor to place it', () => {
  const desk = deskWith([{ name: 'ann' }]);
  const broken = {
    ...desk.heard[0]!,
    id: 99,
    step: 99,
    kind: 'waits',
    conversationId: conversationId('c1'),
    routingVersion: 1,
  };
  expect(said(desk.engine.park(broken as never))).toEqual(['waiting c1 engine-refused']);
  const placed = desk.hear('place', { how: 'transferred', by: agentId('ann') }, { conversation: 'c1', agent: 'ann' });
  expect(said(placed)).toEqual(['assigned c1 ann']);
});

test('an engine rebuilt from what is remembered goes on to the byte as the unbroken one', () => {
  const desk = deskWith([
    { name: 'ann', capacity: 2 },
    { name: 'bob', capacity: 2 },
    { name: 'cid', capacity: 4 },
  ]);
  for (const chat of ['c1', 'c2', 'c3', 'c4', 'c5']) desk.waits(chat);
  desk.misses('c2');
  const rebuilt = new Engine(desk.policy);
  rebuilt.restore(JSON.parse(JSON.stringify(desk.engine.snapshot())), desk.engine.at);
  desk.leaves('c1');
  desk.declines('c3');
  const rest = desk.heard.slice(-2);
  const again = rest.flatMap((input) => rebuilt.hear(structuredClone(input)));
  expect(again.length).toBeGreaterThan(0);
  expect(rebuilt.snapshot()).toEqual(desk.engine.snapshot());
});
