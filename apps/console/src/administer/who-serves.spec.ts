/** Who can serve a queue is read from the staff records. */
import type { StaffV1 } from '@trunkline/contracts';
import { knownSkills, whoServes } from './who-serves.ts';

const person = (name: string, change: Partial<StaffV1> = {}): StaffV1 => ({
  id: name as StaffV1['id'],
  email: `${name}@desk.test`,
  name,
  number: name,
  role: 'agent',
  language: 'en',
  groups: ['payments'],
  skills: { refunds: 3 },
  capacity: 6,
  standards: [],
  active: true,
  ...change,
});
const able = (staff: StaffV1[], requires: Record<string, number> = { refunds: 3 }) =>
  whoServes({ code: 'payments', requires }, staff).able.map(({ name }) => name);

test.each<[string, Partial<StaffV1>, string[]]>([
  ['one of the group with the level', {}, ['ann']],
  ['a call-back agent too', { role: 'call-back-agent' }, ['ann']],
  ['nobody of another group', { groups: ['mail'] }, []],
  ['nobody below the level', { skills: { refunds: 2 } }, []],
  ['no supervisor: routing gives them nothing', { role: 'supervisor' }, []],
  ['nobody who was let go', { active: false }, []],
  ['nobody without room', { capacity: 0 }, []],
])('%s', (_sentence, change, names) => expect(able([person('ann', change)])).toEqual(names));

test('who lacks one skill is named with it', () =>
  expect(whoServes({ code: 'payments', requires: { fraud: 2 } }, [person('ann')]).lacking).toMatchObject([
    { skill: 'fraud', level: 2 },
  ]));

test('a language that nobody of the group has holds nothing up', () => {
  expect(able([person('ann')], { 'lang-de': 3 })).toEqual(['ann']);
  expect(able([person('ann'), person('ben', { skills: { 'lang-de': 3 } })], { 'lang-de': 3 })).toEqual(['ben']);
});

test('skills are those of the catalogue first, then whatever queues and people name', () =>
  expect(
    knownSkills({ skills: [{ code: 'vip' }], queues: [{ requires: { fraud: 2 } }] }, [
      { skills: { fraud: 1, art: 2 } },
    ]),
  ).toEqual(['vip', 'art', 'fraud']));
