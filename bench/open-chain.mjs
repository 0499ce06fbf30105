/** Starts a chain of child processes (`raw/`, `stock/`) on the stack's Kafka and Postgres, with a database of its own. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Logger } from '@nestjs/common';
import { PlainHops } from '@trunkline/platform';
import pg from 'pg';

const here = dirname(fileURLToPath(import.meta.url));

/** `say(message)` resolves with its acknowledgement; `onHeard` is told what reaches the end, and when. */
export async function openChain(name, { stages, tables }) {
  Logger.overrideLogger(false);
  const { DATABASE_URL, KAFKA_BROKERS } = process.env;
  const database = await makeDatabase(DATABASE_URL, `bench_${name}`, tables);
  const prefix = `bench-${name}-${process.pid}-`;
  const kafka = new PlainHops({ service: 'bench', brokers: KAFKA_BROKERS.split(',') });
  await kafka.makeTopics([`${prefix}inbound`, `${prefix}conversations`]);
  const env = { ...process.env, BENCH_DATABASE_URL: database, BENCH_PREFIX: prefix };
  const children = Object.fromEntries(stages.map((stage) => [stage, fork(join(here, name, `${stage}.mjs`), { env })]));
  await Promise.all(Object.values(children).map((child) => isReady(name, child)));
  const chain = { onHeard: () => {}, pids: Object.values(children).map(({ pid }) => pid), say, close };
  const unacknowledged = new Map();
  for (const child of Object.values(children)) child.on('message', hear);
  return chain;

  function hear({ acknowledged, heard }) {
    if (heard) chain.onHeard(heard, now());
    unacknowledged.get(acknowledged)?.(now());
    unacknowledged.delete(acknowledged);
  }

  function say(message) {
    return new Promise((resolve) => {
      unacknowledged.set(message.mark, resolve);
      children.door.send(message);
    });
  }

  async function close() {
    await Promise.all(Object.values(children).map((child) => end(child)));
  }
}

/** Milliseconds of the wall clock, finer than a millisecond. */
export const now = () => performance.timeOrigin + performance.now();

async function makeDatabase(ownerUrl, name, tables) {
  const run = async (connectionString, ...statements) => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  await run(ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).href;
  await run(url, tables);
  return url;
}

async function isReady(name, child) {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a stage of the ${name} chain ended with ${code}`);
  });
  ended.catch(() => undefined);
  await Promise.race([once(child, 'message'), ended]);
}

async function end(child) {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}
