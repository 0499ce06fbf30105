/** What waiting costs: a look with nothing due, however much is open; a thousand due a second beside a bare timer and a commit. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fill, keys, openTimers, startRouter } from './open-timers.mjs';
import { processorTime, residentMemory } from './read-process.mjs';
import { until } from './say-at-pace.mjs';
import { median, overRounds, percentile } from './sum-up.mjs';

const few = 10_000;
const many = { quick: 200_000, full: 1_000_000 };
const eachSecond = 1_000;

export async function timers({ quick, seed }) {
  const open = many[quick ? 'quick' : 'full'];
  const [rounds, seconds] = quick ? [4, 3] : [7, 6];
  const router = await startRouter();
  const small = await openTimers('bench_timers_few', { open: few, routerUrl: router.url });
  const large = await openTimers('bench_timers_many', { open, routerUrl: router.url });
  const figures = {};
  const note = (name, value) => {
    figures[name] ??= [];
    figures[name].push(value);
  };
  try {
    const held = { small: await hold(small), large: await hold(large) };
    await large.owner.query('CREATE TABLE bare (due_at timestamptz, fired_at timestamptz)');
    await large.owner.query('GRANT ALL ON bare TO PUBLIC');
    for (let round = 0; round <= rounds; round += 1) {
      const keep = round === 0 ? () => {} : note; // the first warms up
      // as the table's setting has it done each minute: what was fired lies where every look begins
      for (const { owner } of [small, large]) await owner.query('VACUUM timer');
      const passes = { small: () => idlePass(small, held.small), large: () => idlePass(large, held.large) };
      const idle = await inTurn(passes, round);
      keep('few', idle.small);
      keep('many', idle.large);
      keep('growth', idle.large / idle.small);
      const sweep = await timeSweep(large.postgres);
      keep('sweep', sweep);
      keep('below the sweep', sweep / idle.large);
      const late = await inTurn(
        {
          product: () => fireAtPace(large, held.large, { seconds, from: open + 1 + round * seconds * eachSecond }),
          bare: () => commitAtPace(large.postgres, seconds),
        },
        round,
      );
      keep('fired', await idlePass(large, held.large));
      for (const name of ['product', 'bare']) {
        keep(`${name} p50`, percentile(late[name], 0.5));
        keep(`${name} p99`, percentile(late[name], 0.99));
      }
      keep('ratio', percentile(late.product, 0.99) / percentile(late.bare, 0.99));
    }
    note('loop', await watchLoop(large, held.large, quick ? 5 : 30));
    await large.leases.stop();
    for (const [name, value] of await watchService(large, router.url, quick ? 10 : 60)) note(name, value);
  } finally {
    await small.leases.stop();
    await large.leases.stop();
    await small.close();
    await large.close();
    router.close();
  }
  return { title: `timers: ${open.toLocaleString('en-US')} open`, seed, rows: rowsOf(figures, open), notes };
}

/** Held until the leases are given back. */
const hold = ({ leases }) =>
  new Promise((told) =>
    leases.hold('timers', {
      onHeld: (held) => {
        told(held);
        return new Promise((done) => held.signal.addEventListener('abort', done));
      },
    }),
  );

async function inTurn(parts, round) {
  const names = round % 2 ? Object.keys(parts).reverse() : Object.keys(parts);
  const seen = {};
  for (const name of names) seen[name] = await parts[name]();
  return seen;
}

/** ms: nothing is due. */
async function idlePass({ due }, held) {
  const passes = [];
  for (let pass = 0; pass < 200; pass += 1) {
    const began = performance.now();
    await due.fire(held);
    passes.push(performance.now() - began);
  }
  return median(passes);
}

/** ms: every open row is looked at, as a job each five minutes does. */
async function timeSweep(postgres) {
  const began = performance.now();
  const rows = await postgres.query('SELECT id, due_at FROM timer WHERE fired_at IS NULL AND cancelled_at IS NULL');
  rows.filter((row) => row.due_at <= new Date());
  return performance.now() - began;
}

/** ms after its instant that each was committed: the product's own loop, sleeping until the next is due. */
async function fireAtPace({ due, owner }, held, { seconds, from }) {
  const clocks = (seconds * eachSecond) / 2;
  await owner.query('CREATE TABLE IF NOT EXISTS begins (at timestamptz)');
  await owner.query("DELETE FROM begins; INSERT INTO begins VALUES (clock_timestamp() + interval '2 s')");
  const at = `(SELECT at FROM begins) + i * interval '${1000 / (eachSecond / 2)} ms'`;
  await fill(owner, { from, count: clocks, at });
  const commits = [];
  for (;;) {
    const nextInMs = await due.fire(held);
    if (nextInMs === 0) commits.push(Date.now());
    else if (commits.length > 0 && (nextInMs ?? Number.POSITIVE_INFINITY) > 10_000)
      break; // only what is open stays
    else await new Promise((next) => setTimeout(next, Math.min(nextInMs ?? 1_000, 1_000)));
  }
  const { rows } = await owner.query(
    `SELECT extract(epoch FROM fired_at)::float8 * 1000 AS fired, extract(epoch FROM due_at)::float8 * 1000 AS due
     FROM timer WHERE step IN ('look', 'due') AND due_at >= (SELECT at FROM begins) - interval '1 ms'
       AND due_at < now() + interval '1 day' ORDER BY fired_at`,
  );
  await owner.query("DELETE FROM timer WHERE step LIKE 'climb-%'"); // another benchmark's
  return lateness(rows, commits);
}

/** Each batch fired at one instant, Postgres' of its transaction; its commit is the one heard next. */
function lateness(rows, commits) {
  const instants = [...new Set(rows.map(({ fired }) => fired))];
  const committed = new Map(instants.map((fired) => [fired, commits.find((at) => at >= fired) ?? Number.NaN]));
  return rows.map(({ fired, due }) => committed.get(fired) - due);
}

/** ms: a timer in memory, and one statement in a transaction of its own for all that are due. */
async function commitAtPace(postgres, seconds) {
  const begins = Date.now() + 200;
  const due = Array.from({ length: seconds * eachSecond }, (_, at) => begins + at);
  const late = [];
  while (due.length > 0) {
    const wait = due[0] - Date.now();
    if (wait > 0) await new Promise((next) => setTimeout(next, wait));
    const count = due.findIndex((at) => at > Date.now());
    const batch = due.splice(0, Math.min(count === -1 ? due.length : count, 500));
    if (batch.length === 0) continue;
    await postgres.transaction((tx) =>
      tx.query('INSERT INTO bare SELECT to_timestamp(at / 1000.0), now() FROM unnest($1::float8[]) AS at', [batch]),
    );
    const now = Date.now();
    late.push(...batch.map((at) => now - at));
  }
  return late;
}

/** Percent of a core: the loop of the timers alone, asleep a second at most, without Kafka, relay and doors. */
async function watchLoop({ due }, held, seconds) {
  const used = process.cpuUsage();
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const nextInMs = await due.fire(held);
    await new Promise((next) => setTimeout(next, Math.min(nextInMs ?? 1_000, 1_000)));
  }
  const { user, system } = process.cpuUsage(used);
  return ((user + system) / 1e6 / seconds) * 100;
}

/** The true service over all that is open: percent of a core and MiB while nothing is due. */
async function watchService({ url, owner }, routerUrl, seconds) {
  const main = fileURLToPath(new URL('../apps/sla/dist/main.js', import.meta.url));
  const [{ kid, bytes }] = keys;
  const settings = {
    DATABASE_URL: url,
    SERVICE_KEYS: `${kid}:${Buffer.from(bytes).toString('base64url')}`,
    ROUTER_URL: routerUrl,
    KAFKA_TOPIC_PREFIX: 'bench-timers.',
    LOG_LEVEL: 'error',
  };
  const asTheHouse = ['--max-semi-space-size=4', '--max-old-space-size=160', main];
  const child = spawn(process.execPath, asTheHouse, { env: { ...process.env, ...settings }, stdio: 'ignore' });
  const holds = async () => {
    const sql = "SELECT 1 FROM lease WHERE name = 'timers' AND owner <> 'bench'";
    return (await owner.query(sql)).rows.length > 0;
  };
  try {
    await until(holds, { what: 'sla', withinMs: 60_000 });
    await new Promise((next) => setTimeout(next, 20_000)); // what a start costs is not idling
    const before = processorTime(child.pid);
    await new Promise((next) => setTimeout(next, seconds * 1000));
    const cpu = ((processorTime(child.pid) - before) / seconds) * 100;
    return [
      ['idle', cpu],
      ['memory', residentMemory(child.pid)],
    ];
  } finally {
    child.kill('SIGKILL');
  }
}

function rowsOf(figures, open) {
  const row = (what, unit, name, goal) => ({ what, unit, figure: overRounds(figures[name]), goal });
  return [
    row(`a look with nothing due, ${few.toLocaleString('en-US')} open`, 'ms', 'few'),
    row(`a look with nothing due, ${open.toLocaleString('en-US')} open`, 'ms', 'many'),
    row('growth', '×', 'growth', { most: 1.3 }),
    row('the same after a round of firing, not yet vacuumed', 'ms', 'fired'),
    row('a sweep over all that is open', 'ms', 'sweep'),
    row('sweep ÷ look', '×', 'below the sweep', { least: 1_000 }),
    row('1,000 due a second: late, p50', 'ms', 'product p50'),
    row('1,000 due a second: late, p99', 'ms', 'product p99', { most: 250 }),
    row('a bare timer and a commit: late, p50', 'ms', 'bare p50'),
    row('a bare timer and a commit: late, p99', 'ms', 'bare p99'),
    row('p99 ÷ p99', '×', 'ratio', { most: 2 }),
    row('the timers’ loop, nothing due', '% of a core', 'loop', { most: 1 }),
    row('the service, nothing due', '% of a core', 'idle', { most: 1 }),
    row('the service, nothing due: memory', 'MiB', 'memory', { most: 150 }),
  ];
}

const notes = [
  'Both tables of timers are vacuumed before they are looked at: 36,000 fired ones in the index cost a look 30 pages more.',
  'Half of the thousand are looks that warn, half limits that are missed and go onto the ladder: asked of a router in a process of its own, written with facts.',
  'Late is from the due instant to the commit, by one clock; the bare timer writes the due instants in one statement a batch and nothing else.',
];
