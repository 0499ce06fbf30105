/** What a person reads of a parked item. */
import { newId, ParkedRow } from '@trunkline/contracts';
import { showParked } from './show-parked.ts';

const item = (raw: Buffer) => ({
  ...{
    id: newId(),
    consumer: 'Intake.take',
    eventId: newId(),
    topic: 'messages.inbound',
    partition: 0,
    offset: 3,
    key: 'k',
  },
  ...{ headers: {}, because: 'not-json' as const, detail: 'no', tries: 1, takenInAt: null },
  parkedAt: new Date('2026-03-01T10:00:00.000Z'),
  raw,
});

test.each([
  ['plain words stay', Buffer.from('退款多久? <b>&'), '退款多久? <b>&'],
  ['control characters become visible', Buffer.from('a\u0000b\u001b[31m\n\tc'), 'a\\u0000b\\u001b[31m\n\tc'],
  ['a mark that turns the writing becomes visible', Buffer.from('a\u202eb'), 'a\\u202eb'],
  ['bytes that are no text do not break it', Buffer.from([0xff, 0x41]), '\ufffdA'],
])('%s', (_title, raw, shown) => {
  const row = showParked('router', item(raw));
  expect(ParkedRow.parse(row)).toEqual(row);
  expect(row.raw).toBe(shown);
});

test('a long one is cut at 64 KiB', () => {
  expect(showParked('router', item(Buffer.alloc(200_000, 'x'))).raw).toHaveLength(64 * 1024);
});
