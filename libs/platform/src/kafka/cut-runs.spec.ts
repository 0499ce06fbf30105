/** Runs: as long as one method knows the records, never across another's, never out of order. */
import { type FactType, newId } from '@trunkline/contracts';
import { cutRuns, type Listener, type Run } from './cut-runs.ts';
import type { IncomingRecord } from './read-record.ts';
import { writeRecord } from './write-record.ts';

const listener = (unit: string): Listener => ({ unit, take: async () => undefined });
const presence = listener('Presence.take');
const deliveries = listener('Deliveries.take');
const reports = listener('Reports.count');
const listeners = new Map<FactType, Listener[]>([
  ['agent.presence-changed', [presence]],
  ['delivery.delivered', [deliveries, reports]],
  ['delivery.read', [deliveries, reports]],
  ['delivery.unknown', [deliveries]],
]);

const head = { messageId: newId(), conversationId: newId(), channel: 'webchat', attempt: 1, detail: '' };
const bodies: Record<string, unknown> = {
  'agent.presence-changed': { agentId: newId(), state: 'online', since: new Date().toISOString(), because: 'x' },
};

function records(types: string[]): IncomingRecord[] {
  return types.map((type, offset) => {
    const body = JSON.stringify(bodies[type] ?? head);
    const written = writeRecord({ id: newId(), type, source: 'spec', at: new Date(), key: 'k', body });
    const { key, value, headers } = written;
    return {
      topic: 't',
      partition: 0,
      offset: String(offset),
      key: Buffer.from(key),
      value: Buffer.from(value),
      headers,
    };
  });
}

const tell = (run: Run) =>
  run.kind === 'deliver' ? `${run.listeners.map(({ unit }) => unit).join('+')} ${run.heard.length}` : run.kind;
const cut = (types: string[]) => [...cutRuns(records(types), listeners)].map(tell);
const many = (type: string, count: number) => Array<string>(count).fill(type);

test.each([
  ['one type is one run', many('agent.presence-changed', 3), ['Presence.take 3']],
  [
    'two types of the same methods share a run',
    ['delivery.delivered', 'delivery.read'],
    ['Deliveries.take+Reports.count 2'],
  ],
  [
    'a type that fewer methods hear begins a run of its own',
    ['delivery.delivered', 'delivery.unknown', 'delivery.read'],
    ['Deliveries.take+Reports.count 1', 'Deliveries.take 1', 'Deliveries.take+Reports.count 1'],
  ],
  [
    'a run ends at 500',
    many('agent.presence-changed', 1_001),
    ['Presence.take 500', 'Presence.take 500', 'Presence.take 1'],
  ],
  [
    'unheard types are passed, together',
    ['agent.presence-changed', 'chat.moved', 'chat.moved', 'agent.presence-changed'],
    ['Presence.take 1', 'pass', 'Presence.take 1'],
  ],
  [
    'an unknown type stands alone',
    ['agent.presence-changed', 'no.such', 'delivery.unknown'],
    ['Presence.take 1', 'park', 'Deliveries.take 1'],
  ],
  ['nothing gives no run', [], []],
])('%s', (_title, types, runs) => {
  bodies['chat.moved'] = { channel: 'webchat', account: 'a', address: 'b' };
  expect(cut(types)).toEqual(runs);
});

test('every record is in exactly one run, in its order', () => {
  const types = ['agent.presence-changed', 'no.such', 'delivery.read', 'delivery.delivered', 'agent.presence-changed'];
  const seen = [...cutRuns(records(types), listeners)].flatMap((run) => {
    if (run.kind === 'deliver') return run.heard.map(({ record }) => record.offset);
    return run.kind === 'park' ? [run.record.offset] : [run.last.offset];
  });
  expect(seen).toEqual(['0', '1', '2', '3', '4']);
});

test('what the contracts know and nobody here hears is passed unread', () => {
  const [record] = records(['chat.moved']) as [IncomingRecord];
  const runs = [...cutRuns([{ ...record, value: Buffer.from('no json') }], listeners)];
  expect(runs.map(tell)).toEqual(['pass']);
});
