/** The books balance, or it is said what does not. */
import { type CountedBooks, judgeBooks } from './judge-books.ts';

const quiet = { outbox: { rows: 0, oldestSeconds: 0 }, lag: 0, parked: 0 };
const whole: CountedBooks = {
  from: '2026-11-23T10:00:00.000Z',
  to: '2026-11-23T11:00:00.000Z',
  received: { accepted: 3, settled: 1, parked: 1, erased: 0 },
  stored: 3,
  nowhere: [],
  lookedFor: 3,
  written: 2,
  words: { sent: 1, delivered: 1 },
  wordsNowhere: [],
  inputs: { rows: 0, oldestSeconds: 0 },
  services: { channels: quiet, router: quiet, sla: quiet, gateway: quiet },
  silent: [],
};
const late = { ...quiet, outbox: { rows: 4, oldestSeconds: 31.4 } };
const [a, b] = ['0193a1b2-0000-7000-8000-000000000001', '0193a1b2-0000-7000-8000-000000000002'];

test.each<[string, object, unknown[]]>([
  ['what is whole', {}, []],
  ['what is under way for a moment', { services: { router: { ...late, outbox: { rows: 4, oldestSeconds: 29 } } } }, []],
  ['what is parked is accounted for', { received: { ...whole.received, parked: 9 } }, []],
  ['a word that failed is known', { words: { failed: 3 } }, []],
  ['receipts that are nowhere', { nowhere: [a, b] }, [['messages-nowhere', { count: 2, ids: `${a}, ${b}` }]]],
  ['a word that channels never heard', { wordsNowhere: [a] }, [['words-nowhere', { count: 1, ids: a }]]],
  ['a word that is unclear', { words: { unknown: 1 } }, [['words-unclear', { count: 1 }]]],
  ['facts that stay', { services: { sla: late } }, [['facts-unsent', { service: 'sla', count: 4, seconds: 31 }]]],
  ['inputs that stay', { inputs: late.outbox }, [['inputs-untaken', { count: 4, seconds: 31 }]]],
  ['a service that is silent', { silent: ['sla'] }, [['service-silent', { service: 'sla' }]]],
])('%s', (_what, change, faults) =>
  expect(judgeBooks({ ...whole, ...change }).map(({ because, values }) => [because, values])).toEqual(faults),
);
