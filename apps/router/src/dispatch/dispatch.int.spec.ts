/** Dispatch on a real Postgres: one assignee, room kept, races lost by the right one, and crashes that change nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { AgentId, ConversationId } from '@trunkline/contracts';
import { Fenced, Refusal } from '@trunkline/platform';
import { defaultPolicy, Engine, type EngineInput } from '@trunkline/rules';
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
  waits,
} from './desk-for-specs.ts';
import { putInputs } from './inputs.store.ts';
import type { Dispatch } from './rebuild-engine.ts';
import { endAbsences, endRings } from './ring-timeouts.ts';
import { takeInputs } from './take-inputs.ts';
import { waitForStep } from './wait-for-step.ts';

let desk: DeskOnPostgres;
let dispatch: Dispatch;
let epoch = 0;

const sql = <Row>(text: string, params: unknown[] = []) => desk.postgres.query<Row>(text, params);
const conversation = async (id: ConversationId) =>
  (await sql<Record<string, unknown>>('SELECT * FROM conversation WHERE id = $1', [id]))[0]!;
const loads = () => sql<{ agent_id: AgentId; load: number }>('SELECT agent_id, load FROM agent_load');

/** Law L5: what is written as load is what the active assignments weigh. */
async function expectBooksBalanced(): Promise<void> {
  const off = await sql(
    `SELECT l.agent_id, l.load, sum(a.weight) AS held FROM agent_load l
       LEFT JOIN assignment a ON a.agent_id = l.agent_id AND a.active
      GROUP BY l.agent_id, l.load HAVING l.load <> coalesce(sum(a.weight), 0)`,
  );
  expect(off).toEqual([]);
}

beforeEach(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  epoch = 1;
  dispatch = await dispatchOf(desk.postgres, epoch);
});
afterEach(async () => {
  await desk?.close();
});

test('a chat that waits is offered: state, room, decision with its working, line and fact in one commit', async () => {
  const ann = await comes(desk.postgres, 'ann');
  const id = await waits(desk.postgres);
  expect(await takeAll(desk.postgres, dispatch)).toBe(3);
  expect(await conversation(id)).toMatchObject({ state: 'offered', agent_id: ann, version: 2, routing_version: 1 });
  expect(await loads()).toEqual([{ agent_id: ann, load: 2 }]);
  const [decision] = await sql<{ working: { candidates: unknown[] } }>('SELECT working FROM decision');
  expect(decision?.working.candidates).toMatchObject([{ agentId: ann, chosen: true, because: { code: 'best-match' } }]);
  const facts = await sql<{ type: string; body: string }>('SELECT type, body FROM outbox ORDER BY id');
  expect(facts.map((fact) => fact.type)).toEqual(['conversation.offered', 'agent.presence-changed']);
  expect(JSON.parse(facts[0]!.body)).toMatchObject({ conversationId: id, version: 2, state: 'offered', agentId: ann });
  await expectBooksBalanced();
});

test('of two who dispatch, the one with the older lease writes nothing and drops what it thought', async () => {
  await comes(desk.postgres, 'ann');
  await waits(desk.postgres);
  const newer = await dispatchOf(desk.postgres, 2, 'other');
  await expect(takeAll(desk.postgres, dispatch)).rejects.toBeInstanceOf(Fenced);
  expect(await sql('SELECT id FROM assignment')).toEqual([]);
  await takeAll(desk.postgres, newer);
  expect(await sql('SELECT id FROM assignment')).toHaveLength(1);
  await expect(dispatchOf(desk.postgres, 1)).rejects.toBeInstanceOf(Fenced);
});

test('a decision on a conversation that changed meanwhile is dropped as a numbered row, and its room pulls the next', async () => {
  const [gone, next] = [await waits(desk.postgres), await waits(desk.postgres)];
  await takeAll(desk.postgres, dispatch);
  const ann = await comes(desk.postgres, 'ann', { capacity: 2 });
  await leaves(desk.postgres, gone);
  expect(await takeInputs(desk.postgres, dispatch, { limit: 500, parked: new Map() })).toBe(2);
  expect(await conversation(gone)).toMatchObject({ state: 'solved', agent_id: null });
  await takeAll(desk.postgres, dispatch);
  expect(await conversation(next)).toMatchObject({ state: 'offered', agent_id: ann });
  const rows = await sql<{ kind: string; step: number }>('SELECT kind, step FROM dispatch_input ORDER BY step');
  expect(rows.map((row) => row.step)).toEqual(rows.map((_, n) => n + 1));
  expect(rows.map((row) => row.kind)).toEqual(['waits', 'waits', 'staff', 'presence', 'dropped', 'leaves', 'tick']);
  await expectBooksBalanced();
});

test('a batch that is not committed changes nothing, and the rebuilt engine decides as the unbroken one', async () => {
  for (const name of ['ann', 'bob', 'cid']) await comes(desk.postgres, name, { capacity: 4 });
  const ids = await desk.postgres.transaction((tx) => waitMany(tx, 9));
  await takeAll(desk.postgres, dispatch);
  const lost = await dispatchOf(desk.postgres, epoch); // as after a commit nobody heard of
  expect(lost.engine.snapshot()).toEqual(dispatch.engine.snapshot());
  expect(lost.lastStep).toBe(dispatch.lastStep);
  await leaves(desk.postgres, ids[0]!);
  await takeAll(desk.postgres, lost);
  await expect(takeAll(desk.postgres, { ...dispatch, lastStep: lost.lastStep - 1 })).resolves.toBe(0);
  await leaves(desk.postgres, ids[1]!);
  await expect(takeAll(desk.postgres, dispatch)).rejects.toBeInstanceOf(Fenced);
  await takeAll(desk.postgres, lost);
  await expectBooksBalanced();
});

test('the numbered rows, heard again by a new engine, give the decisions that were stored', async () => {
  await comes(desk.postgres, 'ann', { capacity: 4 });
  const ids = await desk.postgres.transaction((tx) => waitMany(tx, 4));
  await takeAll(desk.postgres, dispatch);
  await comes(desk.postgres, 'bob');
  for (const id of ids.slice(0, 3)) await leaves(desk.postgres, id);
  await takeAll(desk.postgres, dispatch);
  const log = await sql<EngineInput>(
    `SELECT id::float8 AS id, step::float8 AS step, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
            kind, conversation_id AS "conversationId", agent_id AS "agentId", routing_version::float8 AS "routingVersion",
            body FROM dispatch_input WHERE step IS NOT NULL ORDER BY step`,
  );
  const engine = new Engine(defaultPolicy);
  const again = log.flatMap((input) => engine.hear(input)).flatMap((one) => ('decision' in one ? [one.decision] : []));
  const stored = await sql<{ working: { id: string } }>('SELECT working FROM decision');
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const kept = new Set(stored.map((row) => row.working.id));
  const carriedOut = again.filter((one) => kept.has(one.id));
  expect(carriedOut.sort(byId)).toEqual(stored.map((row) => row.working).sort(byId));
  expect(engine.snapshot()).toEqual(dispatch.engine.snapshot());
});

test('the database itself allows one active assignee, and no load beyond capacity and override', async () => {
  await comes(desk.postgres, 'ann');
  await waits(desk.postgres);
  await takeAll(desk.postgres, dispatch);
  const again = `INSERT INTO assignment (id, conversation_id, agent_id, state, weight, offered_at)
                 SELECT uuidv7(), conversation_id, agent_id, 'accepted', 2, now() FROM assignment`;
  await expect(sql(again)).rejects.toMatchObject({ code: '23505' });
  await expect(sql('UPDATE agent_load SET load = capacity + override + 1')).rejects.toMatchObject({ code: '23514' });
});

test('an offer that rang until its end goes on to the next, and the one who missed it reads why', async () => {
  const held = await holdByHand(desk.postgres, 1);
  await comes(desk.postgres, 'ann');
  await comes(desk.postgres, 'bob');
  const id = await waits(desk.postgres);
  await takeAll(desk.postgres, dispatch);
  const first = (await conversation(id)).agent_id;
  expect(await endRings(desk.postgres, held)).toBe(0);
  await sql(`UPDATE assignment SET until = now() - interval '1 second'`);
  expect(await endRings(desk.postgres, held)).toBe(1);
  expect(await endRings(desk.postgres, held)).toBe(0);
  expect(await conversation(id)).toMatchObject({ state: 'waiting', agent_id: null });
  await takeAll(desk.postgres, dispatch);
  const now = await conversation(id);
  expect(now.state).toBe('offered');
  expect(now.agent_id).not.toBe(first);
  const [ended] = await sql<{ because: { code: string } }>(`SELECT because FROM assignment WHERE state = 'ended'`);
  expect(ended?.because.code).toBe('not-accepted-in-time');
  await expectBooksBalanced();
});

test('who was not seen for long enough is gone, and their chat goes to the next', async () => {
  const held = await holdByHand(desk.postgres, 1);
  const ann = await comes(desk.postgres, 'ann');
  const id = await waits(desk.postgres);
  await takeAll(desk.postgres, dispatch);
  const bob = await comes(desk.postgres, 'bob');
  await sql(`UPDATE agent_presence SET seen_until = now() - interval '1 second' WHERE agent_id = $1`, [ann]);
  expect(await endAbsences(desk.postgres, held, 60)).toBe(1);
  await takeAll(desk.postgres, dispatch);
  expect(await conversation(id)).toMatchObject({ state: 'offered', agent_id: bob });
  const [presence] = await sql<{ because: unknown }>('SELECT because FROM agent_presence WHERE agent_id = $1', [ann]);
  expect(presence?.because).toEqual({ code: 'not-seen', values: { seconds: 60 } });
  await expectBooksBalanced();
});

test('a placing that may not be is answered with its reason, and one nobody takes with try-again', async () => {
  const ann = await comes(desk.postgres, 'ann');
  const full = await comes(desk.postgres, 'full', { capacity: 0 });
  const id = await waits(desk.postgres);
  await takeAll(desk.postgres, dispatch);
  const put = () =>
    desk.postgres.transaction(async (tx) => {
      await tx.query('UPDATE conversation SET routing_version = routing_version + 1 WHERE id = $1', [id]);
      const [row] = await tx.query<{ version: number }>(
        'SELECT routing_version::float8 AS version FROM conversation WHERE id = $1',
        [id],
      );
      const of = { kind: 'place', conversationId: id, agentId: full, routingVersion: row!.version } as const;
      return putInputs(tx, [{ ...of, body: { how: 'transferred', by: ann } }]);
    });
  const [refused] = await put();
  await takeAll(desk.postgres, dispatch);
  await expect(waitForStep(desk.postgres, refused!)).rejects.toMatchObject({ code: 'agent-full' });
  const [unheard] = await put();
  await expect(waitForStep(desk.postgres, unheard!, 50)).rejects.toThrow(new Refusal('try-again'));
});

test('what the engine cannot weigh is parked with a number, and its conversation waits for a supervisor', async () => {
  const { hold } = desk.dispatcher('one');
  const broken = await waits(desk.postgres, { orderKeyParts: null as never });
  await comes(desk.postgres, 'ann');
  const fine = await waits(desk.postgres);
  hold.onApplicationBootstrap();
  await until(async () => (await conversation(fine)).state === 'offered');
  expect(await conversation(broken)).toMatchObject({ state: 'waiting', waiting_because: { code: 'engine-refused' } });
  const [row] = await sql<{ outcome: { kind: string } }>(
    'SELECT outcome FROM dispatch_input WHERE conversation_id = $1',
    [broken],
  );
  expect(row?.outcome.kind).toBe('parked');
});

test('an input whose decision Postgres refuses is parked by itself, and the others of its batch go on', async () => {
  const { hold } = desk.dispatcher('one');
  await comes(desk.postgres, 'ann');
  const broken = await waits(desk.postgres, { weight: 1e12 as never, standard: 'mail' });
  await comes(desk.postgres, 'giant', { capacity: 2e12 });
  const fine = await waits(desk.postgres);
  hold.onApplicationBootstrap();
  await until(async () => (await conversation(fine)).state === 'offered', 15_000);
  const parked = await sql<{ kind: string }>(`SELECT kind FROM dispatch_input WHERE outcome->>'kind' = 'parked'`);
  expect(parked.length).toBeGreaterThan(0);
  expect((await conversation(broken)).state).toBe('waiting');
});

test('two replicas of the dispatcher run side by side: one works, and the other goes on when it stops', async () => {
  const [one, other] = [desk.dispatcher('one'), desk.dispatcher('other')];
  one.hold.onApplicationBootstrap();
  await until(async () => (await sql(`SELECT 1 FROM dispatcher WHERE owner = 'one'`)).length === 1);
  other.hold.onApplicationBootstrap();
  await comes(desk.postgres, 'ann');
  const first = await waits(desk.postgres);
  await until(async () => (await conversation(first)).state === 'offered');
  await one.leases.stop();
  const second = await waits(desk.postgres);
  await until(async () => (await conversation(second)).state === 'offered', 10_000);
  await expectBooksBalanced();
});

test.each(['dispatch.before-commit', 'dispatch.after-commit'])(
  'killed at %s, the next one goes on: each once, books balanced',
  async (point) => {
    for (const name of ['ann', 'bob']) await comes(desk.postgres, name, { capacity: 6 });
    await desk.postgres.transaction((tx) => waitMany(tx, 8));
    expect(await dispatchInChild(desk.url, `${point}=kill`)).toBe('SIGKILL');
    const next = await dispatchOf(desk.postgres, 9);
    await takeAll(desk.postgres, next);
    expect(await sql('SELECT id FROM dispatch_input WHERE step IS NULL')).toEqual([]);
    expect(await sql('SELECT id FROM assignment WHERE active')).toHaveLength(6);
    expect(await sql(`SELECT id FROM conversation WHERE state = 'offered'`)).toHaveLength(6);
    await expectBooksBalanced();
  },
);

test('500 inputs and what is decided on them are one commit', async () => {
  for (let n = 0; n < 20; n++) await comes(desk.postgres, `a${n}`, { capacity: 64 });
  await takeAll(desk.postgres, dispatch);
  await desk.postgres.transaction((tx) => waitMany(tx, 500));
  const start = performance.now();
  expect(await takeInputs(desk.postgres, dispatch, { limit: 500, parked: new Map() })).toBe(500);
  const ms = performance.now() - start;
  process.stdout.write(`dispatch: 500 inputs, 500 offers in one commit: ${ms.toFixed(0)} ms\n`);
  const commits = await sql('SELECT DISTINCT xmin::text FROM decision');
  expect(commits).toHaveLength(1);
  await expectBooksBalanced();
});

async function until(isTrue: () => Promise<boolean>, withinMs = 5_000): Promise<void> {
  const giveUpAt = performance.now() + withinMs;
  while (!(await isTrue())) {
    if (performance.now() > giveUpAt) throw new Error('it did not come true in time');
    await new Promise((next) => setTimeout(next, 20));
  }
}

/** Dispatches in a process of its own, from the built files, until it is killed. */
async function dispatchInChild(url: string, faultPoints: string): Promise<string | null> {
  const dist = (path: string) => new URL(`../../../../${path}`, import.meta.url).href;
  const script = `
    const { armFaultPoints, openPostgres, Postgres } = await import('${dist('libs/platform/dist/index.js')}');
    const { rebuildEngine } = await import('${dist('apps/router/dist/dispatch/rebuild-engine.js')}');
    const { takeInputs } = await import('${dist('apps/router/dist/dispatch/take-inputs.js')}');
    armFaultPoints(${JSON.stringify(faultPoints)});
    const postgres = new Postgres(await openPostgres({ url: ${JSON.stringify(url)} }));
    const dispatch = await rebuildEngine(postgres, { epoch: 5, owner: 'child' });
    while (await takeInputs(postgres, dispatch, { limit: 500, parked: new Map() }) > 0);
    process.exit(0);`;
  const cwd = fileURLToPath(new URL('../../../../', import.meta.url));
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = await once(child, 'exit');
  return signal as string | null;
}
