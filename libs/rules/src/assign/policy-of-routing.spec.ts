/** What a policy may say about routing: age, fair shares, interruption, archived queues, who is gone; and what breaks midway. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyV1, StaffV1 } from '@trunkline/contracts';
import { givenCases } from '@trunkline/testing';
import { defaultPolicy } from '../policy/default-policy.ts';
import { areHoursOpen } from './are-hours-open.ts';
import { agentId, conversationId, DeskForSpecs, policyOf, said } from './desk-for-specs.ts';

const withRules = (rules: Partial<PolicyV1['assignment']>, queues = policyOf([{}]).queues): PolicyV1 => ({
  ...policyOf([{}]),
  queues,
  assignment: { ...defaultPolicy.assignment, ...rules },
});

function deskWith(policy: PolicyV1, people: Record<string, Partial<StaffV1>> = { ann: {} }) {
  const desk = new DeskForSpecs(policy);
  for (const [name, rest] of Object.entries(people)) desk.comes(name, rest);
  return desk;
}

const publish = (desk: DeskForSpecs, policy: PolicyV1) =>
  said(desk.hear('policy', { version: policy.version, policy }));

describe('what is too old', () => {
  test('is left to people, and says so', () => {
    const desk = deskWith(withRules({ leavesAfterHours: 24 }), {});
    expect(said(desk.waits('old', { minutesAgo: 25 * 60 }))).toEqual(['waiting old too-old-for-routing']);
    expect(said(desk.comes('ann'))).toEqual(['ann online']);
  });

  test('becomes so while it waits, at the minute', () => {
    const desk = deskWith(withRules({ leavesAfterHours: 1 }), {});
    desk.waits('c1', { minutesAgo: 59 });
    expect(desk.engine.nextDueAt()).toBe('2026-11-22T09:01:00.000Z');
    desk.pass(60);
    expect(said(desk.hear('tick', {}))).toEqual(['waiting c1 too-old-for-routing']);
    expect(said(desk.comes('ann'))).toEqual(['ann online']);
  });

  test('may still be taken by somebody', () => {
    const desk = deskWith(withRules({ leavesAfterHours: 1 }));
    desk.waits('c1', { minutesAgo: 90 });
    const taken = desk.hear('place', { how: 'taken-over', by: agentId('ann') }, { conversation: 'c1', agent: 'ann' });
    expect(said(taken)).toEqual(['assigned c1 ann']);
  });
});

describe('a fair limit', () => {
  const policy = withRules({ fairLimit: { most: 2, seconds: 3600 } });

  test('passes over who has had their share, and comes back to them when the time is over', () => {
    const desk = deskWith(policy, { ann: { capacity: 20 } });
    desk.waits('c1');
    desk.waits('c2');
    expect(said(desk.waits('c3'))).toEqual(['waiting c3 all-had-their-share']);
    expect(desk.engine.nextDueAt()).toBe('2026-11-22T10:00:00.000Z');
    desk.pass(3600);
    expect(said(desk.hear('tick', {}))).toEqual(['offered c3 ann']);
  });

  test('does not count what they let go', () => {
    const desk = deskWith(policy, { ann: { capacity: 20 } });
    for (const name of ['c1', 'c2']) desk.waits(name);
    desk.declines('c1');
    desk.pass(20);
    expect(said(desk.hear('tick', {}))).toEqual(['offered c1 ann']);
  });

  test('holds through a rebuild', () => {
    const desk = deskWith(policy, { ann: { capacity: 20 } });
    for (const name of ['c1', 'c2']) desk.waits(name);
    desk.rebuild();
    expect(said(desk.waits('c3'))).toEqual(['waiting c3 all-had-their-share']);
  });
});

describe('interruption', () => {
  const people = { ann: { capacity: 2 } };

  test('gives a chat to somebody who is full of mail, marked, where the policy says so', () => {
    const desk = deskWith(withRules({ interrupts: { chat: ['mail'] } }), people);
    for (const mail of ['m1', 'm2']) desk.waits(mail, { standard: 'mail' });
    const [offered] = desk.waits('c1');
    expect(offered).toMatchObject({ kind: 'offered', isOverride: true });
    expect(said(desk.waits('c2'))).toEqual(['waiting c2 all-agents-full']);
    expect(said(desk.waits('m3', { standard: 'mail' }))).toEqual(['waiting m3 all-agents-full']);
  });

  test('is not where the policy says nothing', () => {
    const desk = deskWith(withRules({}), people);
    for (const mail of ['m1', 'm2']) desk.waits(mail, { standard: 'mail' });
    expect(said(desk.waits('c1'))).toEqual(['waiting c1 all-agents-full']);
  });
});

describe('an archived queue', () => {
  const open = policyOf([{}, { code: 'pay' }]);
  const archived = policyOf([{}, { code: 'pay', archived: true }], { version: 1 });
  const people = { ann: { groups: ['pay', 'service'] } };

  test('takes nothing, and what is in it says why', () => {
    const desk = deskWith(archived, people);
    expect(said(desk.waits('c1', { queue: 'pay' }))).toEqual(['waiting c1 queue-is-archived']);
  });

  test('that is opened again gives what waited in it', () => {
    const desk = deskWith(archived, people);
    desk.waits('c1', { queue: 'pay' });
    expect(publish(desk, open)).toEqual(['offered c1 ann']);
  });

  test('gives nothing to the group it widened to', () => {
    const widening = policyOf([{ code: 'pay', widensTo: 'service' }, { archived: true }]);
    const desk = deskWith(widening, { ann: { groups: ['service'] } });
    desk.waits('c1', { queue: 'pay' });
    desk.pass(600);
    expect(said(desk.hear('tick', {}))).toEqual([]);
    expect(desk.waitingBecause('c1')).toBe('nobody-online');
  });

  test('that is gone from the policy leaves its conversations waiting, with the reason', () => {
    const desk = deskWith(open, { bob: { groups: ['service'] } });
    desk.waits('c1', { queue: 'pay' });
    expect(publish(desk, policyOf([{}], { version: 1 }))).toEqual(['waiting c1 queue-is-gone']);
  });
});

describe('a policy published midway', () => {
  test('sorts those who wait into their classes anew', () => {
    const desk = deskWith(policyOf([{ code: 'pay' }, {}]), { ann: { groups: ['service'], skills: { pay: 1 } } });
    desk.waits('c1', { queue: 'pay', requires: { pay: 1 } });
    const widening = policyOf([{ code: 'pay', widensTo: 'service' }, {}], { version: 1 });
    expect(publish(desk, widening)).toEqual([]);
    expect(desk.engine.nextDueAt()).toBe('2026-11-22T09:00:30.000Z');
    desk.pass(30);
    expect(said(desk.hear('tick', {}))).toEqual(['offered c1 ann']);
  });
});

describe('who is gone', () => {
  test('keeps their mail until its limit is near', () => {
    const desk = deskWith(withRules({ whenGone: 'keep-until-warned' }));
    desk.waits('m1', { standard: 'mail' });
    expect(said(desk.goes('ann'))).toEqual(['ann offline']);
    const { orderKeyParts } = desk.engine.conversation(conversationId('m1'))!;
    expect(said(desk.hear('warned', { orderKeyParts }, { conversation: 'm1' }))).toEqual([
      'ended m1 ann',
      'waiting m1 nobody-online',
    ]);
  });

  test('or gives it back at once', () => {
    const desk = deskWith(withRules({ whenGone: 'give-back' }), { ann: {}, bob: { capacity: 0 } });
    desk.waits('m1', { standard: 'mail' });
    expect(said(desk.goes('ann'))).toEqual(['ann offline', 'ended m1 ann', 'waiting m1 all-agents-full']);
  });

  test('and gets no answer back that came after', () => {
    const desk = deskWith(withRules({ whenGone: 'give-back' }));
    desk.waits('m1', { standard: 'mail' });
    desk.hear('room', { holds: false }, { conversation: 'm1' });
    expect(said(desk.goes('ann'))).toEqual(['ann offline']);
    expect(said(desk.hear('room', { holds: true }, { conversation: 'm1' }))).toEqual([
      'ended m1 ann',
      'waiting m1 nobody-online',
    ]);
  });
});

describe('what breaks midway leaves nobody stuck', () => {
  test('an agent deactivated while it rings for them', () => {
    const desk = deskWith(policyOf([{}]));
    desk.waits('c1');
    desk.waits('m1', { standard: 'mail' });
    const record = { ...desk.engine.agent(agentId('ann'))!.record!, active: false };
    expect(said(desk.hear('staff', { record }, { agent: 'ann' }))).toEqual([
      'ann offline',
      'ended c1 ann',
      'ended m1 ann',
      'waiting c1 nobody-online',
      'waiting m1 nobody-online',
    ]);
  });

  test('an agent deactivated after they left: their mail does not stay with nobody', () => {
    const desk = deskWith(policyOf([{}]));
    desk.waits('m1', { standard: 'mail' });
    desk.goes('ann');
    const record = { ...desk.engine.agent(agentId('ann'))!.record!, active: false };
    expect(said(desk.hear('staff', { record }, { agent: 'ann' }))).toEqual([
      'ended m1 ann',
      'waiting m1 nobody-online',
    ]);
  });

  test('a skill taken away while somebody waits for it', () => {
    const desk = deskWith(policyOf([{}]), { ann: { skills: { pay: 3 }, capacity: 0 } });
    expect(said(desk.waits('c1', { requires: { pay: 3 } }))).toEqual(['waiting c1 all-agents-full']);
    expect(said(desk.comes('ann', { skills: {} }))).toEqual([]);
    expect(desk.waitingBecause('c1')).toBe('no-agent-with-skill');
    expect(said(desk.comes('ann', { skills: { pay: 3 }, capacity: 2 }))).toEqual([]);
    expect(desk.holder('c1')).toBe('ann');
  });

  test('all skills there, and nobody who has them together', () => {
    const desk = deskWith(policyOf([{}]), { ann: { skills: { x: 3 } }, bob: { skills: { y: 3 } } });
    expect(said(desk.waits('c1', { requires: { x: 1, y: 1 } }))).toEqual(['waiting c1 no-agent-with-all-skills']);
  });

  test('who let an offer go is not first for it again because they know the customer', () => {
    const desk = deskWith(policyOf([{}]), { ann: {}, bob: {} });
    desk.waits('c1', { preferredAgentId: agentId('ann'), preferredUntil: '2026-11-22T09:05:00.000Z' });
    expect(desk.holder('c1')).toBe('ann');
    desk.misses('c1');
    expect(desk.holder('c1')).toBe('bob');
  });
});

describe('a big desk', () => {
  const people = Object.fromEntries(
    Array.from({ length: 70 }, (_, n) => [`a${n}`, n < 40 ? { skills: { pay: 3 }, capacity: 2 } : { capacity: 2 }]),
  );

  test('shows who has it, the four next in turn, and how many failed by which rule', () => {
    const desk = deskWith(policyOf([{}]), people);
    desk.goes('a0');
    const [offered] = desk.waits('c1', { requires: { pay: 3 } });
    const { decision } = offered as { decision: { candidates: unknown[]; counts: unknown } };
    expect(decision.candidates).toHaveLength(5);
    expect(decision.counts).toEqual({ 'is-offline': 1, 'lacks-skill': 30, 'less-suited': 38 });
  });

  test('says for one who waits how many are full, and what would change it', () => {
    const desk = deskWith(policyOf([{}]), people);
    for (let n = 0; n < 40; n++) desk.waits(`c${n}`, { requires: { pay: 3 } });
    expect(desk.waits('late', { requires: { pay: 3 } })[0]).toMatchObject({
      because: { code: 'all-agents-full' },
      decision: {
        candidates: [],
        counts: { 'is-full': 40, 'lacks-skill': 30 },
        wouldChange: [{ code: 'room-frees' }, {}],
      },
    });
    expect(desk.waits('rare', { requires: { pay: 5 } })[0]).toMatchObject({
      decision: { wouldChange: [{ code: 'one-with-skill-signs-in', values: { skill: 'pay', level: 5 } }, {}] },
    });
  });
});

givenCases('assignment', (path) => {
  const given = JSON.parse(readFileSync(join(path, 'scenarios.json'), 'utf8')) as { id: string; then: string }[];
  const shown: Record<string, () => void> = {
    'one-free-agent': () => {
      expect(said(deskWith(policyOf([{}])).waits('c1'))).toEqual(['offered c1 ann']);
    },
    'nobody-online': () => {
      expect(said(deskWith(policyOf([{}]), {}).waits('c1'))).toEqual(['waiting c1 nobody-online']);
    },
    'only-open-ones': () => {
      const desk = deskWith(policyOf([{}]), {});
      desk.waits('open');
      desk.waits('resolved');
      desk.leaves('resolved');
      expect(said(desk.comes('ann'))).toEqual(['ann online', 'offered open ann']);
    },
    'bot-keeps-its-own': () => {
      const desk = deskWith(policyOf([{}]));
      expect(said(desk.hear('tick', {}))).toEqual([]); // what the bot has was never put before the engine
      expect(said(desk.waits('c1'))).toEqual(['offered c1 ann']); // handing over is what puts it there
    },
    'longest-waiting-first': () => {
      const desk = deskWith(policyOf([{}]), {});
      desk.waits('hour-1', { minutesAgo: 60 });
      desk.waits('hour-2', { minutesAgo: 120 });
      expect(said(desk.comes('ann', { capacity: 2 })).at(1)).toBe('offered hour-2 ann');
    },
    'too-old-is-left': () => {
      const desk = deskWith(withRules({ leavesAfterHours: 24 }), {});
      desk.waits('hour-25', { minutesAgo: 25 * 60 });
      desk.waits('hour-1', { minutesAgo: 60 });
      expect(said(desk.comes('ann'))).toEqual(['ann online', 'offered hour-1 ann']);
    },
    'fair-limit': () => {
      const policy = withRules({ fairLimit: { most: 2, seconds: 3600 } });
      const desk = deskWith(policy, { first: { capacity: 60 } });
      for (const name of ['c1', 'c2']) desk.waits(name);
      desk.comes('second', { capacity: 2 });
      expect(said(desk.waits('c3'))).toEqual(['offered c3 second']);
    },
    'last-group-archived': () => {
      const hours = { tz: 'UTC', hours: { sun: [['00:00', '24:00']] as [string, string][] } };
      const calendars = { ...defaultPolicy.calendars, own: { ...defaultPolicy.calendars.always!, ...hours } };
      const at = Date.parse('2026-11-22T09:00:00.000Z');
      const linked = policyOf([{}, { code: 'group-a', calendar: 'own' }], { calendars });
      expect(areHoursOpen(linked, 'own', at)).toBe(true);
      const archived = policyOf([{}, { code: 'group-a', calendar: 'own', archived: true }], { calendars });
      expect(areHoursOpen(archived, 'own', at)).toBe(false);
    },
  };

  test.each(given.map(({ id, then }) => [id, then]))('given %s: %s', (id) => {
    expect(Object.keys(shown)).toContain(id);
    shown[id]!();
  });
});
