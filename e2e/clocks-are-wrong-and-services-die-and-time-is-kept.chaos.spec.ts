/** Journey: services' clocks are ten minutes wrong, they are killed, Postgres restarts; still each due step is said once, in time. */
import { execFile } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { escalateWhatIsOpen, gatherTime, keepTime, type Outage } from '@trunkline/testing';
import pg from 'pg';
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { seeded } from './robots.ts';
import { type House, startHouse } from './start-house.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const random = seeded(seed);
const visitors = 60;
const limitSeconds = 6;
const tenMinutesMs = 600_000;
/** Of a fault the next one falls at a time of the seed. */
const breath = (ms: number) => new Promise((next) => setTimeout(next, ms));

let house: House;
let administrator: Desk;
const outages: Outage[] = [];

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
  administrator = await signInAsAdministrator(house);
  await changePolicy(administrator, (policy) => ({
    ...policy,
    standards: { ...policy.standards, chat: { ...policy.standards.chat, firstResponseSeconds: limitSeconds } },
  }));
}, 240_000);
afterAll(() => house?.stop(), 60_000);

test(`F1, F5, F12: ${visitors} chats, half answered in time, half not: L7 and L8 hold`, async () => {
  const supervisor = await hire(house, administrator, { role: 'supervisor' });
  const crowd = await Promise.all(Array.from({ length: visitors }, () => new Visitor(house.run.channels).arrive()));
  let isOver = false;
  const answering = answerEverySecond(supervisor, () => isOver);
  const speaking = crowd.map(async (visitor, at) => {
    await breath(random() * 25_000);
    await visitor.say(`Where is my parcel? ${at % 2 === 0 ? 'quick' : 'slow'} ${at}`);
  });
  await breakThings();
  await Promise.all(speaking);
  await withDatabase((database) =>
    eventually(async () => (await missedOrMet(database)) >= visitors, {
      what: 'every first limit over',
      withinMs: 120_000,
      everyMs: 500,
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
  const evidence = { ...seen, outages } as Parameters<typeof keepTime>[0];
  const said = seen.timed.filter((one) => one.said.length > 0).length;
  process.stdout.write(
    `seed ${seed}: ${seen.timed.length} clocks, ${said} said, ${seen.escalated.length} escalations, ${outages.length} faults\n`,
  );
  expect(said).toBeGreaterThan(visitors / 4);
  expect(keepTime(evidence)).toEqual([]);
  expect(escalateWhatIsOpen(evidence)).toEqual([]);
  for (const visitor of crowd) visitor.leave();
}, 300_000);

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
    }
  }
}

/** sla three times, the router once, Postgres once; each from the blow until all are ready again. */
async function breakThings(): Promise<void> {
  for (const step of ['sla', 'router', 'postgres', 'sla', 'sla']) {
    await breath(2_000 + random() * 3_000);
    const from = new Date().toISOString();
    await (step === 'postgres' ? restartPostgres() : killAndReturn(step));
    await eventually(allAreReady, { what: 'the house again', withinMs: 60_000, everyMs: 250 });
    outages.push({ from, to: new Date().toISOString() });
  }
}

/** Ready: its groups have joined too. One that was killed is let go of by the broker only some seconds later. */
async function allAreReady(): Promise<boolean> {
  const answers = Object.values(house.look().services).map((url) => fetch(`${url}/health/ready`));
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

async function missedOrMet(database: pg.Client): Promise<number> {
  const { rows } = await database.query(
    `SELECT count(*) FROM sla.clock WHERE policy = 'first-response' AND (missed_at IS NOT NULL OR met_at IS NOT NULL)`,
  );
  return Number(rows[0].count);
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
