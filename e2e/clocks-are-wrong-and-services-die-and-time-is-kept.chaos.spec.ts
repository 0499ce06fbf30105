/** Journey: services' clocks are ten minutes wrong, any is killed each few seconds, Postgres restarts; each due step is said once, in time. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { escalateWhatIsOpen, gatherTime, keepTime, type Outage, type TimedSeen } from '@trunkline/testing';
import pg from 'pg';
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { seeded } from './robots.ts';
import { type Replica, secondReplica } from './second-replica.ts';
import { type House, startHouse } from './start-house.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const random = seeded(seed);
const kills = Number(process.env.KILLS ?? 24);
const restarts = 3;
const visitors = kills * 4;
const limitSeconds = 6;
const tenMinutesMs = 600_000;
const betweenBlowsMs = 5_000;
/** Of a fault the next one falls at a time of the seed. */
const breath = (ms: number) => new Promise((next) => setTimeout(next, ms));

let house: House;
let administrator: Desk;
/** sla runs twice: neither knows which of them holds the timers. */
let second: Replica;
const outages: Outage[] = [];
const readyAfterMs: number[] = [];
/** By then its author had been told that the answer stands. */
const toldAt = new Map<string, number>();

beforeAll(async () => {
  const skewed = `--import=${join(root, 'e2e/skew-clock.mjs')}`;
  house = await startHouse({
    own: true,
    env: {
      TRUNKLINE_RESTART: 'on',
      NODE_OPTIONS_SLA: skewed,
      NODE_OPTIONS_ROUTER: skewed,
      SKEW_MS_SLA: String(tenMinutesMs),
      SKEW_MS_ROUTER: String(-tenMinutesMs),
    },
  });
  second = await secondReplica(house, 'sla', { NODE_OPTIONS: skewed, SKEW_MS_SLA: String(-tenMinutesMs) });
  administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({
    ...policy,
    standards: { ...policy.standards, chat: { ...policy.standards.chat, firstResponseSeconds: limitSeconds } },
  }));
}, 240_000);
afterAll(async () => {
  await second?.kill();
  await house?.stop();
}, 60_000);

test(`F1, F5, F12: ${kills} kills, ${visitors} chats, half answered in time, half not: L7 and L8 hold`, async () => {
  const supervisor = await hire(house, administrator, { role: 'supervisor' });
  const crowd = await Promise.all(Array.from({ length: visitors }, () => new Visitor(house.run.channels).arrive()));
  let isOver = false;
  const answering = answerEverySecond(supervisor, () => isOver);
  const speaking = crowd.map(async (visitor, at) => {
    await breath(random() * (kills + restarts) * betweenBlowsMs);
    const txnId = randomUUID();
    const text = `Where is my parcel? ${at % 2 === 0 ? 'quick' : 'slow'} ${at}`;
    // refused while Postgres is away: a bubble says it again until it has its tick
    await eventually(async () => (await visitor.say(text, txnId)).ok, {
      what: 'the tick',
      withinMs: 60_000,
      everyMs: 250,
    });
  });
  await breakThings();
  await Promise.all(speaking);
  await withDatabase((database) =>
    eventually(async () => (await notOver(database)).length === 0, {
      what: 'every first limit over',
      withinMs: 120_000,
      everyMs: 500,
    }).catch(async (error) => {
      throw new Error(`${error.message}: ${JSON.stringify(await notOver(database))}`);
    }),
  );
  isOver = true;
  await answering;
  const seen = await withDatabase((database) =>
    gatherTime(
      async (sql) =>
        ((await database.query(`SET search_path TO sla; ${sql}`)) as never as { rows: never[] }[]).at(-1)!.rows,
    ),
  );
  const timed = seen.timed.map(withWord);
  const evidence = { ...seen, timed, outages } as Parameters<typeof keepTime>[0];
  const said = timed.filter((one) => one.said.length > 0).length;
  process.stdout.write(`${tell(timed)}, ${seen.escalated.length} escalations\n`);
  expect(readyAfterMs).toHaveLength(kills + restarts);
  expect(said).toBeGreaterThan(visitors / 4);
  expect(keepTime(evidence)).toEqual([]);
  expect(escalateWhatIsOpen(evidence)).toEqual([]);
  for (const visitor of crowd) visitor.leave();
}, 900_000);

/** The even ones are answered as soon as they are seen, whatever is away just now. */
async function answerEverySecond(supervisor: Desk, isOver: () => boolean): Promise<void> {
  const answered = new Set<string>();
  while (!isOver()) {
    await breath(500);
    const rows = await supervisor.list('?state=waiting,offered&limit=200').catch(() => []);
    for (const row of rows.filter(({ id, lastWords }) => lastWords.includes('quick') && !answered.has(id))) {
      const isTaken = await supervisor.order(row.id, 'take-over').then(
        () => true,
        () => false,
      );
      const isSaid =
        isTaken &&
        (await supervisor.say(row.id, 'Here I am').then(
          () => true,
          () => false,
        ));
      if (isSaid) answered.add(row.id);
      if (isSaid) toldAt.set(row.id, Date.now());
    }
  }
}

/** What the author of an answer had been told is known at once, whenever the relay came to it. */
function withWord(one: TimedSeen): TimedSeen {
  const told = toldAt.get(one.conversationId);
  if (told === undefined || one.stoppedAt === null || told < Date.parse(one.stoppedAt)) return one;
  const known = one.knownAt ? Math.min(Date.parse(one.knownAt), told) : told;
  return { ...one, knownAt: new Date(known).toISOString() };
}

function tell(timed: readonly TimedSeen[]): string {
  const said = timed.filter((one) => one.said.length > 0);
  const lateMs = said.map((one) => Date.parse(one.said[0]!) - Date.parse(one.dueAt)).sort((a, b) => a - b);
  const doorstep = said.filter((one) => one.stoppedAt !== null && one.stoppedAt <= one.dueAt).length;
  const at = (all: number[], share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;
  const ready = at(
    [...readyAfterMs].sort((a, b) => a - b),
    0.95,
  );
  return [
    `seed ${seed}: ${kills} kills, ${restarts} restarts of Postgres, ready again p95 ${ready} ms; ${timed.length} clocks, ${said.length} said`,
    `late p50 ${at(lateMs, 0.5)} ms, worst ${at(lateMs, 1)} ms, ${doorstep} beside an answer that committed after sla had asked`,
  ].join(', ');
}

/** Without the others each step is due all the same. */
const keepsTime = new Set(['sla', 'second sla', 'router', 'postgres']);

/** Any service and either replica of sla, by the seed, each few seconds; Postgres between them; each blow until all are ready again. */
async function breakThings(): Promise<void> {
  const victims = ['sla', 'second sla', 'router', 'channels', 'gateway'];
  const each = Math.ceil(kills / restarts);
  const steps = Array.from({ length: kills }, (_, at) => [
    ...(at % each === Math.floor(each / 2) ? ['postgres'] : []),
    victims[Math.floor(random() * victims.length)]!,
  ]).flat();
  for (const step of steps) {
    const began = Date.now();
    await strike(step);
    await eventually(allAreReady, { what: `the house again after ${step}`, withinMs: 60_000, everyMs: 100 });
    readyAfterMs.push(Date.now() - began);
    if (keepsTime.has(step)) outages.push({ from: new Date(began).toISOString(), to: new Date().toISOString() });
    await breath(Math.max(0, betweenBlowsMs - (Date.now() - began)) * (0.5 + random()));
  }
}

async function strike(step: string): Promise<void> {
  if (step === 'postgres') return restartPostgres();
  if (step !== 'second sla') return killAndReturn(step);
  await second.kill();
  second.start();
}

/** Ready: its groups have joined too. One that was killed is let go of by the broker only some seconds later. */
async function allAreReady(): Promise<boolean> {
  const urls = [...Object.values(house.look().services), second.url];
  const answers = urls.map((url) => fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }));
  return (await Promise.all(answers)).every(({ ok }) => ok);
}

async function killAndReturn(service: string): Promise<void> {
  const before = await eventually(async () => house.look().pids[service], { what: `${service}’s pid` });
  process.kill(before, 'SIGKILL');
  await eventually(async () => house.look().pids[service] !== before, { what: `${service} starting again` });
}

async function restartPostgres(): Promise<void> {
  const env = { ...process.env, TRUNKLINE_HOME: house.home };
  await promisify(execFile)(process.execPath, ['tools/stack/stack.mjs', 'restart', 'postgres', '--kill'], {
    cwd: root,
    env,
  });
}

/** Conversations whose first limit neither passed nor was kept, and what did not become one, with its reason. */
async function notOver(database: pg.Client): Promise<unknown[]> {
  const { rows } = await database.query(
    `SELECT c.id, c.state, c.first_reply_at, k.id AS clock, k.due_at, k.paused_at
     FROM router.conversation c LEFT JOIN sla.clock k ON k.conversation_id = c.id AND k.policy = 'first-response'
     WHERE k.missed_at IS NULL AND k.met_at IS NULL`,
  );
  const { rows: missing } = await database.query(
    `SELECT (SELECT count(*)::int FROM channels.inbound_receipt) AS receipts, count(c.id)::int AS conversations,
            (SELECT json_agg(to_jsonb(p.*) - 'raw' - 'headers') FROM router.parked p) AS parked
     FROM router.conversation c HAVING count(c.id) < $1`,
    [visitors],
  );
  return [...rows, ...missing];
}

async function withDatabase<T>(ask: (database: pg.Client) => Promise<T>): Promise<T> {
  const database = new pg.Client({ connectionString: house.run.postgres });
  await database.connect();
  try {
    return await ask(database);
  } finally {
    await database.end();
  }
}
