/** The routing log: whoever hears it again decides the same to the byte, from the beginning or from a snapshot. */
import type { AgentId, ConversationId, RoutingLogPage } from '@trunkline/contracts';
import type { Held } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import {
  comes,
  type DeskOnPostgres,
  dispatchOf,
  holdByHand,
  leaves,
  openDesk,
  takeAll,
  waitMany,
} from './desk-for-specs.ts';
import { putInputs } from './inputs.store.ts';
import type { Dispatch } from './rebuild-engine.ts';
import { readAll, replay } from './replay-for-specs.ts';
import { endRings } from './ring-timeouts.ts';
import { deletePassed, isSnapshotDue, storeSnapshot } from './routing-log.store.ts';
import { takeInputs } from './take-inputs.ts';
import { takeSnapshot } from './take-snapshot.ts';

let desk: DeskOnPostgres;
let dispatch: Dispatch;
let held: Held;
const seed = Number(process.env.SEED ?? 20261123);
const begins = '2026-01-01T00:00:00.000Z';
const sql = <Row>(text: string, params: unknown[] = []) => desk.postgres.query<Row>(text, params);

beforeEach(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  held = await holdByHand(desk.postgres, 1);
  dispatch = await dispatchOf(desk.postgres, 1);
});
afterEach(() => desk?.close());

function dice(from: number): (sides: number) => number {
  let state = from;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Whatever happens on a desk, in an order of the seed; often several things between two batches, so that some are dropped. */
async function live(roll: (sides: number) => number, times: number, agents: AgentId[]): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const open = await sql<{ id: ConversationId }>(`SELECT id FROM conversation WHERE state <> 'solved' ORDER BY id`);
    const one = open[roll(Math.max(1, open.length))];
    switch (roll(6)) {
      case 0:
      case 1:
        await desk.postgres.transaction((tx) => waitMany(tx, 1 + roll(3)));
        break;
      case 2:
        if (one) await leaves(desk.postgres, one.id);
        break;
      case 3:
        await presence(agents[roll(agents.length)]!, roll(3) === 0 ? 'offline' : 'online');
        break;
      case 4:
        await sql(`UPDATE assignment SET until = now() - interval '1 second' WHERE state = 'offered'`);
        await endRings(desk.postgres, held);
        break;
      default:
        await takeInputs(desk.postgres, dispatch, { limit: 1 + roll(8), parked: new Map() });
    }
  }
  await takeAll(desk.postgres, dispatch);
}

const presence = (agentId: AgentId, state: 'online' | 'offline') =>
  desk.postgres.transaction((tx) =>
    putInputs(tx, [
      {
        kind: 'presence',
        conversationId: null,
        agentId,
        routingVersion: null,
        body: { state, because: { code: state === 'online' ? 'signed-in' : 'signed-out' } },
      },
    ]),
  );

function expectTheSame(log: RoutingLogPage): ReturnType<typeof replay> {
  const again = replay(log);
  expect(again.different).toEqual([]);
  expect(again.missing).toEqual([]);
  expect(again.engine.snapshot()).toEqual(dispatch.engine.snapshot());
  const { step } = log.snapshot!;
  expect(log.items.map((item) => item.input.step)).toEqual(log.items.map((_, at) => step + at + 1));
  return again;
}

test(`what a desk decided in an order of the seed is decided again, to the byte (seed ${seed})`, async () => {
  const agents = [];
  for (const name of ['ann', 'bob', 'cid']) agents.push(await comes(desk.postgres, name, { capacity: 4 }));
  const roll = dice(seed);
  await live(roll, 60, agents);
  const snapshot = await takeSnapshot(desk.postgres);
  await storeSnapshot(desk.postgres, held, snapshot);
  await live(roll, 60, agents);

  const whole = await readAll(desk.postgres, begins);
  expect(whole.snapshot).toMatchObject({ step: 0, policy: { version: defaultPolicy.version } });
  const { decisions, tookBack } = expectTheSame(whole);
  const later = await readAll(desk.postgres, snapshot.at);
  expect(later.snapshot).toMatchObject({ step: snapshot.step, at: snapshot.at });
  expectTheSame(later);
  process.stdout.write(`log: ${whole.items.length} inputs, ${decisions} decisions, ${tookBack} of them taken back\n`);
  expect(decisions).toBeGreaterThan(30);
}, 60_000);

test('a decision that a change overtook is said to be taken back, and a page ends where it was asked to', async () => {
  await desk.postgres.transaction((tx) => waitMany(tx, 2));
  await takeAll(desk.postgres, dispatch);
  const [gone] = await sql<{ id: ConversationId }>('SELECT id FROM conversation ORDER BY id LIMIT 1');
  await comes(desk.postgres, 'ann');
  await leaves(desk.postgres, gone!.id);
  await takeAll(desk.postgres, dispatch);
  const log = await readAll(desk.postgres, begins, 2);
  expect(expectTheSame(log).tookBack).toBeGreaterThan(0);
  expect(log.items.map((item) => item.input.kind)).toContain('dropped');
});

test('a snapshot is due after a day and after another policy; what is older than ninety days is let go, but no policy', async () => {
  const due = () => isSnapshotDue(desk.postgres);
  const keep = async () => storeSnapshot(desk.postgres, held, await takeSnapshot(desk.postgres));
  expect(await due()).toBe(false); // nothing was heard yet
  const policy = { ...defaultPolicy, version: defaultPolicy.version + 1 };
  await desk.postgres.transaction((tx) =>
    putInputs(tx, [
      {
        kind: 'policy',
        conversationId: null,
        agentId: null,
        routingVersion: null,
        body: { version: policy.version, policy },
      },
    ]),
  );
  await comes(desk.postgres, 'ann');
  await takeAll(desk.postgres, dispatch);
  expect(await due()).toBe(true);
  await keep();
  expect(await due()).toBe(false);
  await sql(`UPDATE dispatch_snapshot SET taken_at = now() - interval '100 days'`);
  await desk.postgres.transaction((tx) => waitMany(tx, 3));
  await takeAll(desk.postgres, dispatch);
  expect(await due()).toBe(true);
  await keep();
  expect(await deletePassed(desk.postgres, held, 90)).toBe(2); // staff and presence; the policy is in force
  expect(await deletePassed(desk.postgres, held, 90)).toBe(0);
  expect(await sql('SELECT 1 FROM dispatch_snapshot')).toHaveLength(2);
  const log = await readAll(desk.postgres, begins);
  expect(log.snapshot).toMatchObject({ step: 3, policyVersion: policy.version });
  expectTheSame(log);
  const rebuilt = await dispatchOf(desk.postgres, 2);
  expect(rebuilt.engine.policy).toEqual(policy);
});
