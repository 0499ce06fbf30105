#!/usr/bin/env node
/** The embedded stack: real Kafka, Postgres, mail and provider stand-ins as child processes, without Docker. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kafka } from './kafka.mjs';
import { endOrphans, readState, releaseHome, stateFile } from './keep-state.mjs';
import { mail } from './mail.mjs';
import { isAlive } from './name-process.mjs';
import { postgres } from './postgres.mjs';
import { providers } from './providers.mjs';
import { Refusal } from './refusal.mjs';
import { supervise, wipe } from './supervise.mjs';
import { verbs } from './take-orders.mjs';
import { readOwner } from './take-turns.mjs';
import { waitFor } from './wait-for.mjs';

const usage = `stack.mjs install                        packages, jars, build; nothing is started
stack.mjs up [--as NAME] [--fresh]       starts the parts, prints their addresses and READY, stays until told to stop
stack.mjs run [--as NAME] [--fresh] -- COMMAND …    the same, runs the command, then stops; its code is ours
stack.mjs down [--fresh] | status [--json] [--as NAME]
stack.mjs stop | start | restart PART [--kill] [--wipe] [--as NAME]   one part of a running stack, on its old port`;

const allParts = [kafka, postgres, mail, providers];
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

function readOrder(argv) {
  const cut = argv.indexOf('--');
  const own = cut < 0 ? argv : argv.slice(0, cut);
  const order = { verb: own[0], words: [], flags: new Set(), command: cut < 0 ? [] : argv.slice(cut + 1) };
  for (let at = 1; at < own.length; at++) {
    if (own[at] === '--as') order.name = own[++at];
    else if (own[at].startsWith('--')) order.flags.add(own[at].slice(2));
    else order.words.push(own[at]);
  }
  return order;
}

function findPlace(name) {
  const base = resolve(root, process.env.TRUNKLINE_HOME || '.trunkline');
  const home = name ? join(base, name) : base;
  const jars = resolve(root, process.env.TRUNKLINE_JARS || join(base, 'jars'));
  return { root, home, jars, logs: join(home, 'logs'), name, say: (line) => console.error(`[stack] ${line}`) };
}

/** What is given from outside is not started: a part is on while any of what it gives is missing. */
const wantedParts = () => allParts.filter((part) => part.gives.some((variable) => !process.env[variable]));

async function down(place, { fresh }) {
  const state = readOwner(stateFile(place.home));
  if (isAlive(state)) {
    process.kill(state.pid, 'SIGTERM');
    await waitFor(() => !isAlive(state), { seconds: 40 });
  } else if (state) {
    await endOrphans(state);
    releaseHome(place.home);
  }
  if (fresh) wipe(place, allParts);
  place.say(state ? 'stopped' : 'nothing runs here');
}

function status({ home }, asJson) {
  const state = readState(home);
  if (asJson) return console.log(JSON.stringify({ running: Boolean(state), home, ...state }, null, 2));
  if (!state) return console.log(`nothing runs in ${home}`);
  console.log(`${state.ready ? 'ready' : 'starting'}, supervisor ${state.pid}, ${home}`);
  for (const [name, { pid, ports, stopped }] of Object.entries(state.parts))
    console.log(`${name.padEnd(10)} ${stopped ? 'stopped' : `pid ${pid}`}  ${JSON.stringify(ports)}`);
}

async function sendOrder({ home }, { verb, words, flags }) {
  const state = readState(home);
  if (!state?.orders) throw new Refusal(`no stack is ready in ${home}`);
  const how = [...flags].join('&');
  const url = `http://127.0.0.1:${state.orders.port}/${verb}/${words[0]}?${how}`;
  const answer = await fetch(url, { method: 'POST', headers: { authorization: state.orders.token } });
  if (!answer.ok) throw new Refusal((await answer.text()) || `refused (${answer.status})`);
}

async function obey(order) {
  const place = findPlace(order.name);
  const { verb, command, flags } = order;
  const parts = wantedParts();
  if (verb === 'up') return supervise(place, { parts, fresh: flags.has('fresh') });
  if (verb === 'run' && command.length > 0) return supervise(place, { parts, command, fresh: flags.has('fresh') });
  if (verb === 'install') return supervise(findPlace('install'), { parts, only: verb });
  if (verb === 'down') return down(place, { fresh: flags.has('fresh') });
  if (verb === 'status') return status(place, flags.has('json'));
  if (verbs.includes(verb) && order.words[0]) return sendOrder(place, order);
  throw new Refusal(usage);
}

try {
  process.exit((await obey(readOrder(process.argv.slice(2)))) ?? 0);
} catch (error) {
  console.error(error instanceof Refusal ? `[stack] ${error.message}` : error);
  process.exit(1);
}
