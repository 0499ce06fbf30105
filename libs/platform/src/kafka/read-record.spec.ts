/** A record is a fact, or there is a reason why not; garbage never throws. */
import { newId } from '@trunkline/contracts';
import fc from 'fast-check';
import { type IncomingRecord, readRecord } from './read-record.ts';
import { writeRecord } from './write-record.ts';

const data = { agentId: newId(), state: 'online', since: '2026-03-01T10:00:00.000Z', because: 'spec' };
const id = newId();
const written = writeRecord({
  id,
  type: 'agent.presence-changed',
  source: 'router',
  at: new Date('2026-03-01T10:00:00.000Z'),
  key: 'Zoë 退款',
  body: JSON.stringify(data),
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
});

function record(
  change: Partial<IncomingRecord> = {},
  headers: Record<string, string | undefined> = {},
): IncomingRecord {
  const place = { topic: 'agents', partition: 1, offset: '7' };
  const bytes = { key: Buffer.from(written.key), value: Buffer.from(written.value) };
  return { ...place, ...bytes, headers: { ...written.headers, ...headers }, ...change };
}

test('what was written is read again', () => {
  expect(readRecord(record())).toEqual({
    ok: true,
    fact: {
      id,
      type: 'agent.presence-changed',
      source: '/trunkline/router',
      at: '2026-03-01T10:00:00.000Z',
      key: 'Zoë 退款',
      data,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
  });
});

test.each([
  ['no type', record({}, { ce_type: undefined }), 'unknown-fact'],
  ['a type no contract knows', record({}, { ce_type: 'no.such' }), 'unknown-fact'],
  ['half a body', record({ value: Buffer.from('{"a"') }), 'not-json'],
  ['no body at all', record({ value: null }), 'not-json'],
  ['a body that breaks its contract', record({ value: Buffer.from('{}') }), 'breaks-contract'],
  ['an id that is none', record({}, { ce_id: '17' }), 'breaks-contract'],
  ['an id of another kind', record({}, { ce_id: '0af76519-16cd-43dd-8448-eb211c80319c' }), 'breaks-contract'],
  ['an instant that is none', record({}, { ce_time: 'yesterday' }), 'breaks-contract'],
])('%s is refused with its reason', (_title, given, because) => {
  expect(readRecord(given)).toMatchObject({ ok: false, because });
});

test('a record without a usable id gets one of the place where it lies, the same each time', () => {
  const bare = record({}, { ce_id: undefined });
  const first = readRecord(bare);
  expect(first).toEqual(readRecord(bare));
  expect(first).not.toEqual(readRecord({ ...bare, offset: '8' }));
});

test('no bytes make it throw', () => {
  const bytes = fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each));
  const headers = fc.dictionary(fc.constantFrom('ce_id', 'ce_type', 'ce_time', 'ce_source', 'traceparent', 'x'), bytes);
  fc.assert(
    fc.property(fc.option(bytes), fc.option(bytes), headers, (key, value, given) => {
      expect(typeof readRecord(record({ key, value, headers: given })).ok).toBe('boolean');
    }),
    { numRuns: 2_000 },
  );
});
