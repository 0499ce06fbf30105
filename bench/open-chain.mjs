/** Starts a chain of child processes (`raw/`, `stock/`) on the stack's Kafka and Postgres, with a database of its own. */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Logger } from '@nestjs/common';
import { PlainHops } from '@trunkline/platform';
import pg from 'pg';
import { now } from './now.mjs';
import { openAgent, openVisitor, openVisitors, say as sayTo } from './open-sockets.mjs';
import { sayAllAtOnce, sayAtPace, until } from './say-at-pace.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * `fill(url)` makes the tables. A stage says `{ ready, url? }` once it listens; visitors speak with the stage `door`,
 * agents' sockets hang on the stage `desk`, which pushes `{ messages, offered?, id }`.
 */
export async function openChain(name, { stages, topics, agents, fill, env = {} }) {
  Logger.overrideLogger(false);
  const { DATABASE_URL, KAFKA_BROKERS } = process.env;
  const database = await makeDatabase(DATABASE_URL, `bench_${name}`);
  await fill(database);
  const prefix = `bench-${name}-${process.pid}-`;
  const kafka = new PlainHops({ service: 'bench', brokers: KAFKA_BROKERS.split(',') });
  await kafka.makeTopics(topics.map((topic) => `${prefix}${topic}`));
  const settings = { ...process.env, ...env, BENCH_DATABASE_URL: database, BENCH_PREFIX: prefix };
  const children = Object.fromEntries(
    stages.map((stage) => [stage, fork(join(here, name, `${stage}.mjs`), { env: settings })]),
  );
  const told = Object.fromEntries(
    await Promise.all(Object.entries(children).map(async ([stage, child]) => [stage, await isReady(stage, child)])),
  );
  const sockets = Array.from({ length: agents }, () => openAgent(told.desk.url));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  const [shown, rung] = [new Map(), new Map()];
  sockets[0].on('changed', ({ id, messages, offered }) => {
    for (const message of messages) shown.set(message, now());
    if (offered) rung.set(id, now());
  });
  let visitors = new Map();
  let ids = new Map();

  async function say(word) {
    const ack = await sayTo(visitors.get(word.visitor), { txnId: word.id, text: word.text });
    if (!ack?.ok) throw new Error(`the ${name} chain did not take a word`);
  }

  async function round(given, { speak, rings, meter = () => {} }) {
    const words = given.map((word) => ({ ...word, id: randomUUID() }));
    const names = new Set(words.map(({ visitor }) => visitor));
    ids = new Map([...names].map((visitor) => [visitor, randomUUID()]));
    visitors = await openVisitors(names, (visitor) =>
      openVisitor(told.door.url, { auth: { visitor: ids.get(visitor) } }),
    );
    meter();
    const said = await speak(words);
    const isWhole = () =>
      said.every(({ id }) => shown.has(id)) && (!rings || [...ids.values()].every((id) => rung.has(id)));
    await until(isWhole, { what: `all words at the end of the ${name} chain`, withinMs: 60_000 });
    meter();
    for (const socket of visitors.values()) socket.disconnect();
    return said.map((one) => ({
      ...one,
      shownAt: shown.get(one.id),
      offeredAt: one.opens ? rung.get(ids.get(one.visitor)) : undefined,
    }));
  }

  return {
    database,
    pids: Object.values(children).map(({ pid }) => pid),
    paced: (words, pace, rings = true) => round(words, { speak: (all) => sayAtPace(all, { ...pace, say }), rings }),
    burst: (words, meter, rings = true) => round(words, { speak: (all) => sayAllAtOnce(all, { say }), rings, meter }),
    close: async () => {
      for (const socket of sockets) socket.disconnect();
      await Promise.all(Object.values(children).map((child) => end(child)));
    },
  };
}

async function makeDatabase(ownerUrl, name) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).href;
}

async function isReady(stage, child) {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the stage ${stage} ended with ${code}`);
  });
  ended.catch(() => undefined);
  const [said] = await Promise.race([once(child, 'message'), ended]);
  return said;
}

async function end(child) {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}
