/** A policy of an earlier release can be looked at and taken up again. */
import type { PolicyV1 } from '@trunkline/contracts';
import { changesBetween } from './changes-between.ts';
import { fillIn } from './fill-in.ts';

const early = {
  version: 1,
  taxonomy: { topics: [{ code: 'a', labels: [{ code: 'b' }] }], confidenceThreshold: 0.4 },
  queues: [{ code: 'service' }],
  assignment: { defaultCapacity: 6 },
} as unknown as PolicyV1;

test('what it does not say yet is there, and what it says stays', () => {
  const filled = fillIn(early);
  expect(filled.taxonomy.topics[0]?.labels[0]?.examples).toEqual({ en: [], zh: [] });
  expect(filled.queues[0]).toEqual({ code: 'service', archived: false, priority: {} });
  expect(filled.assignment).toMatchObject({ defaultCapacity: 6, whenGone: 'keep-until-warned' });
  expect(filled.signs.unsatisfiedContacts).toBe(3);
});

test('filled in twice it is the same', () => expect(changesBetween(fillIn(early), fillIn(fillIn(early)))).toEqual([]));
