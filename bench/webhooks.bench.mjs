/** Five hundred signed webhooks a second at one replica: how soon each is answered, and when all stand in the router. */
import { fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { Client } from 'pg';
import { now } from './now.mjs';
import { residentMemory } from './read-process.mjs';
import { sayAtPace, until } from './say-at-pace.mjs';
import { seeded } from './seeded.mjs';
import { overRounds, percentile } from './sum-up.mjs';

const eachSecond = 500;
const customers = 2_000;
/** Of a hundred requests so many are sent a second time, as providers do. */
const twice = 10;
const rounds = { quick: { times: 1, seconds: 5 }, full: { times: 2, seconds: 20 } };
const secret = 'bench-app-secret';
const numberId = '100000000000001';
/** Issue goals: ms, items, seconds, MiB. */
const goals = { p99: { most: 1_000 }, lost: { most: 0 }, drained: { most: 120 }, memory: { most: 300 } };

/** With these a house takes the requests that are drawn here. */
export const doorOfWebhooks = {
  WHATSAPP_NUMBER_ID: numberId,
  WHATSAPP_TOKEN: 'bench',
  WHATSAPP_APP_SECRET: secret,
  WHATSAPP_VERIFY_TOKEN: 'bench-word',
  GRAPH_URL: 'http://127.0.0.1:1',
};

/** `run` is the record of a house that was opened with `doorOfWebhooks`. */
export async function webhooks({ quick, seed, run }) {
  const random = seeded(seed);
  const { times, seconds } = rounds[quick ? 'quick' : 'full'];
  const sql = new Client({ connectionString: run.postgres });
  await sql.connect();
  const house = { url: `${run.channels}/hooks/whatsapp`, pid: run.pids.channels, sql };
  await play(house, { name: 'warm', seconds: 1, random });
  const bare = await openBareDoor(run.postgres);
  await play(bare, { name: 'warm', seconds: 1, random });
  const [ours, theirs] = [[], []];
  try {
    for (let time = 0; time < times; time += 1) {
      for (const side of ['house', 'bare', 'bare', 'house']) {
        if (side === 'house') ours.push(await play(house, { name: `h${ours.length}`, seconds, random }));
        else theirs.push(await play(bare, { name: `b${theirs.length}`, seconds, random }));
      }
    }
  } finally {
    bare.close();
    await sql.end();
  }
  return {
    title: `webhooks: ${eachSecond}/s for ${seconds} s at one replica, ${twice} in a hundred sent twice`,
    seed,
    rows: rowsOf(ours, theirs),
    notes,
  };
}

const notes = [
  `Signed requests of one message each, from ${customers} customers; each opens or joins a conversation; sender, services and parts share the machine.`,
  'Drained: from the last answer until every message stands in the router. Bare: signature, one receipt, one outbox row, shared commits.',
];

async function play(side, { name, seconds, random }) {
  const fresh = Array.from({ length: eachSecond * seconds }, (_, at) => drawRequest(name, at));
  const again = fresh.filter(() => random() * 100 < twice);
  const posts = [...fresh, ...again.map((one) => ({ ...one, at: one.at + 1 + Math.floor(random() * 50) }))];
  posts.sort((a, b) => a.at - b.at);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const refused = [];
  let most = 0;
  const watch = setInterval(() => {
    if (side.pid) most = Math.max(most, residentMemory(side.pid));
  }, 250);
  const everyMs = 1_000 / eachSecond;
  const said = await sayAtPace(posts, {
    everyMs,
    random,
    say: async ({ body, signature }) => {
      const status = await post(side.url, { body, signature, agent });
      if (status !== 200) refused.push(status);
    },
  });
  const answeredAt = now();
  let drainedMs = Number.NaN;
  let missing = 0;
  if (side.sql) {
    const stored = async () => Number((await side.sql.query(countStored, [`${name} says %`])).rows[0].count);
    await until(async () => (await stored()) >= fresh.length, {
      what: 'drained',
      withinMs: 120_000,
      everyMs: 200,
    }).catch(() => undefined);
    drainedMs = now() - answeredAt;
    missing = fresh.length - (await stored());
  }
  clearInterval(watch);
  agent.destroy();
  return {
    waits: said.map(({ saidAt, takenAt }) => takenAt - saidAt),
    refused: refused.length,
    drainedMs,
    missing,
    most,
  };
}

const countStored = 'SELECT count(*) FROM router.message WHERE text LIKE $1';

function drawRequest(name, at) {
  const from = `4917${String(at % customers).padStart(8, '0')}`;
  const message = {
    from,
    id: `wamid.${name}-${at}`,
    timestamp: String(Math.floor(Date.now() / 1000)),
    type: 'text',
    text: { body: `${name} says ${at}: where is my parcel?` },
  };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '4930123456', phone_number_id: numberId },
    contacts: [{ profile: { name: `Customer ${at % customers}` }, wa_id: from }],
    messages: [message],
  };
  const body = Buffer.from(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
    }),
  );
  return { at, body, signature: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
}

function post(url, { body, signature, agent }) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
    const asked = request(url, { method: 'POST', headers, agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function openBareDoor(database) {
  const env = { ...process.env, BENCH_DATABASE_URL: database, BENCH_SECRET: secret };
  const child = fork(join(import.meta.dirname, 'raw/bare-door.mjs'), { env });
  return new Promise((resolve, reject) => {
    child.once('message', ({ url }) => resolve({ url, close: () => child.disconnect() }));
    child.once('exit', (code) => reject(new Error(`the bare door ended with ${code}`)));
  });
}

function rowsOf(ours, theirs) {
  const wait = (what, sides, share, goal) => ({
    what,
    unit: 'ms',
    figure: overRounds(sides.map(({ waits }) => percentile(waits, share))),
    goal,
  });
  const each = (what, unit, of, goal) => ({ what, unit, figure: overRounds(ours.map(of)), goal });
  return [
    wait('answered, p50', ours, 0.5),
    wait('answered, p99', ours, 0.99, goals.p99),
    wait('  bare, p50', theirs, 0.5),
    wait('  bare, p99', theirs, 0.99),
    each('refused or failed', 'requests', ({ refused }) => refused, goals.lost),
    each('missing in the router', 'messages', ({ missing }) => missing, goals.lost),
    each('drained after the last answer', 's', ({ drainedMs }) => drainedMs / 1000, goals.drained),
    each('memory of channels, highest seen', 'MiB', ({ most }) => most, goals.memory),
  ];
}
