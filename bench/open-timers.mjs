/** An sla's database of one's own on the stack's Postgres, with as many open timers as asked for. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  AskService,
  Leases,
  LiveSettings,
  Log,
  migrateService,
  openPostgres,
  Postgres,
  prepareRoles,
  urlOfService,
} from '@trunkline/platform';
import { defaultPolicy, notFollowed } from '@trunkline/rules';
import pg from 'pg';
import { FireDue } from '../apps/sla/dist/clocks/fire-due.js';
import { migrations } from '../apps/sla/dist/migrations/index.js';

const passwords = { channels: 'bench', router: 'bench', sla: 'bench', gateway: 'bench' };
const me = { name: 'sla', instance: 'bench' };
const log = new Log({ service: 'sla', instance: 'bench', level: 'silent' });
export const keys = [{ kid: 'bench', bytes: new Uint8Array(32).fill(7) }];

/** `open`: timers that are due in some weeks, two a clock. */
export async function openTimers(name, { open, routerUrl }) {
  await onCluster(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name}`);
  const ownerUrl = Object.assign(new URL(process.env.DATABASE_URL), { pathname: `/${name}` }).href;
  await prepareRoles({ ownerUrl, passwords });
  await migrateService({ ownerUrl, service: 'sla', migrations });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('SET search_path = sla');
  const url = urlOfService(ownerUrl, 'sla', passwords.sla);
  const postgres = new Postgres(await openPostgres({ url }));
  const settings = new LiveSettings(postgres, { policy: defaultPolicy }, log);
  const ask = new AskService({ SERVICE_KEYS: keys, ROUTER_URL: routerUrl }, me, log);
  await fill(owner, { from: 1, count: open / 2, at: "now() + interval '30 days' + i * interval '1 s'" });
  await owner.query('VACUUM ANALYZE');
  return {
    url,
    owner,
    postgres,
    due: new FireDue(postgres, ask, settings),
    leases: new Leases(postgres, me, log),
    close: async () => {
      await postgres.close();
      await owner.end();
      await onCluster(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Clocks of their own conversations; `at` says in SQL when the i-th is due, its look is just before. */
export async function fill(owner, { from, count, at }) {
  const id = (kind) => `('0190${kind}-0000-7000-8000-' || lpad(to_hex($1::bigint + i), 12, '0'))::uuid`;
  const rows = `FROM generate_series(0, $2::bigint - 1) AS i`;
  const policy = `'first-response', ${id('cccc')}, 1, 'standard-chat', 'chat', 'service', 'always', 0, 60, '[]'`;
  await owner.query(
    `INSERT INTO followed_conversation (conversation_id, queue, followed) SELECT ${id('cccc')}, 'service', $3 ${rows}`,
    [from, count, JSON.stringify({ ...notFollowed, arrivedAt: 0, askedAt: 0, waitingSince: 0, queue: 'service' })],
  );
  await owner.query(
    `INSERT INTO clock (id, conversation_id, policy, about, cycle, limit_code, standard, queue, calendar, policy_version,
       limit_seconds, working, begun_at, started_at, due_at)
     SELECT ${id('dddd')}, ${id('cccc')}, ${policy}, ${at} - interval '60 s', ${at} - interval '60 s', ${at} ${rows}`,
    [from, count],
  );
  await owner.query(
    `INSERT INTO timer (conversation_id, about, step, due_at)
     SELECT ${id('cccc')}, ${id('dddd')}, step, CASE step WHEN 'due' THEN ${at} ELSE ${at} - interval '0.5 ms' END
     ${rows} CROSS JOIN (VALUES ('look'), ('due')) AS each (step)`,
    [from, count],
  );
}

async function onCluster(...statements) {
  const cluster = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await cluster.connect();
  for (const statement of statements) await cluster.query(statement);
  await cluster.end();
}

export async function startRouter() {
  const child = fork(fileURLToPath(new URL('answer-states.mjs', import.meta.url)));
  const { url } = await new Promise((told) => child.once('message', told));
  return { url, close: () => child.kill() };
}
