/** One partition's records against handlers that fail in every way, without a broker. */
import { type Fact, type FactType, newId } from '@trunkline/contracts';
import fc from 'fast-check';
import type { IncomingRecord } from './read-record.ts';
import { type Fetched, type Parking, takeBatch, WaitFirst } from './take-batch.ts';
import { writeRecord } from './write-record.ts';

const type = 'agent.presence-changed' as FactType;

function records(words: string[]): IncomingRecord[] {
  return words.map((because, offset) => {
    const body = JSON.stringify({ agentId: newId(), state: 'online', since: new Date().toISOString(), because });
    const { key, value, headers } = writeRecord({ id: newId(), type, source: 'spec', at: new Date(), key: 'k', body });
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

/** Runs a batch; `fails` says what the handler throws for a word. */
async function run(words: string[], fails: (word: string, call: number) => unknown, more: Partial<Fetched> = {}) {
  const log = { committed: -1, resolved: -1, taken: [] as string[], parked: [] as Parking[], calls: 0 };
  const take = async (facts: Fact[]) => {
    log.calls += 1;
    const said = facts.map(({ data }) => (data as { because: string }).because);
    for (const word of said) {
      const failure = fails(word, log.calls);
      if (failure instanceof Promise) await failure;
      else if (failure) throw failure;
    }
    log.taken.push(...said);
  };
  const fetched: Fetched = {
    records: records(words),
    isOurs: () => true,
    isStopping: () => false,
    resolve: ({ offset }) => {
      log.resolved = Number(offset);
    },
    commit: async ({ offset }) => {
      log.committed = Number(offset);
    },
    heartbeat: async () => undefined,
    ...more,
  };
  const park = async (item: Parking) => void log.parked.push(item);
  const listeners = new Map([[type, [{ unit: 'Spec.take', take }]]]);
  const ended = await takeBatch(fetched, { listeners, consumer: 'spec', park, handlerLimitMs: 50 }).catch(
    (error: unknown) => error,
  );
  return { ...log, ended };
}

const words = (count: number) => Array.from({ length: count }, (_, at) => String(at));
const permanent = Object.assign(new Error('check constraint'), { code: '23514' });
const transient = Object.assign(new Error('deadlock'), { code: '40P01' });

test('whatever records are poison, they alone are parked and all others are taken once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 700 }),
      fc.array(fc.nat(699), { maxLength: 12 }),
      async (count, poison) => {
        const bad = new Set(poison.map(String));
        const { taken, parked, committed, ended } = await run(words(count), (word) => bad.has(word) && permanent);
        expect(ended).toBeUndefined();
        expect(taken).toEqual(words(count).filter((word) => !bad.has(word)));
        expect(parked.map(({ record }) => record.offset)).toEqual(words(count).filter((word) => bad.has(word)));
        expect(committed).toBe(count - 1);
      },
    ),
    { numRuns: 60 },
  );
});

test('a transient failure ends the batch with what was done before it committed, and nothing parked', async () => {
  const { ended, taken, committed, parked } = await run(words(1_000), (word) => word === '700' && transient);
  expect(ended).toBeInstanceOf(WaitFirst);
  expect(taken).toEqual(words(500));
  expect([committed, parked.length]).toEqual([499, 0]);
});

test.each([
  ['permanent', permanent, 3],
  ['unclassified', new Error('who knows'), 5],
  ['a plain object', { status: 'error' }, 5],
  ['nothing but a word', 'oops', 5],
])('%s is tried as often as its class says, then parked with its reason', async (_title, failure, tries) => {
  const { calls, parked } = await run(['alone'], () => failure);
  expect(calls).toBe(tries);
  expect(parked).toMatchObject([{ because: 'handling-failed', consumer: 'Spec.take', tries }]);
});

test('a failure that passes while it is tried parks nothing', async () => {
  const { taken, parked } = await run(['alone'], (_word, call) => call < 3 && permanent);
  expect([taken, parked]).toEqual([['alone'], []]);
});

test('a partition that went to another member is left: what was in hand is neither resolved nor committed', async () => {
  let ours = 2;
  const lost = await run(words(1_500), () => undefined, { isOurs: () => ours-- > 0 });
  expect(lost.ended).toBeUndefined();
  expect(lost.taken).toHaveLength(1_000);
  expect([lost.resolved, lost.committed]).toEqual([499, 499]);
});

test('a stopping member ends the run in hand, commits it and leaves the rest', async () => {
  const { taken, committed } = await run(words(1_500), () => undefined, { isStopping: () => true });
  expect([taken.length, committed]).toEqual([500, 499]);
});

test('a handler that never comes back is given up and its record parked, the others go on', async () => {
  let beats = 0;
  const heartbeat = async () => {
    beats += 1;
  };
  const { taken, parked, committed } = await run(words(4), (word) => word === '2' && new Promise(() => {}), {
    heartbeat,
  });
  expect(taken).toEqual(['0', '1', '3']);
  expect(parked).toMatchObject([{ tries: 3, detail: expect.stringContaining('TooSlow') }]);
  expect(committed).toBe(3);
  expect(beats).toBeGreaterThan(5); // the membership lives through all tries
});

test('when parking itself fails the record is not passed', async () => {
  const noDatabase = async () => {
    throw Object.assign(new Error('no connection'), { code: '08006' });
  };
  let resolved = false;
  const fetched: Fetched = {
    records: records(['x']).map((record) => ({ ...record, headers: {} })),
    isOurs: () => true,
    isStopping: () => false,
    resolve: () => {
      resolved = true;
    },
    heartbeat: async () => undefined,
  };
  const taking = { listeners: new Map(), consumer: 'spec', park: noDatabase, handlerLimitMs: 50 };
  await expect(takeBatch(fetched, taking)).rejects.toBeInstanceOf(WaitFirst);
  expect(resolved).toBe(false);
});
