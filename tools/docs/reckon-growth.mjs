#!/usr/bin/env node
/** Reckons what a desk of a size needs from measured unit costs; called by itself, for one desk at the prices that are given. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { full, limits, perReplica, processor, storage, units } from './unit-costs.mjs';

/** A core is planned to be busy so much of the busiest hour: what is above is for bursts, restarts and growth. */
const planned = 0.6;
/** The busiest hour's pace lasts so long a day, in effect. */
const busyHours = 8;
const leastReplicas = 2;
const services = ['channels', 'router', 'sla', 'gateway'];
const copies = { postgres: 2, kafka: 3 };
const secondsAMonth = 30 * busyHours * 3_600;
const secondsKept = (days) => days * busyHours * 3_600;
const gigabyte = 1e9;

/** Cores, replicas, partitions, connections, memory and disk for so many agents online and messages a second in the busiest hour. */
export function reckon({ agents, rate }) {
  const cores = Object.fromEntries(
    Object.entries(processor).map(([name, { value }]) => [name, (rate * value) / 1_000 / planned]),
  );
  const bySockets = Math.ceil(agents / limits.socketsTried.value);
  const replicas = Object.fromEntries(
    services.map((service) => {
      const asked = Math.ceil(cores[service]);
      return [service, Math.max(leastReplicas, asked, service === 'gateway' ? bySockets : 0)];
    }),
  );
  const partitions = Math.max(3, replicas.channels, replicas.router, replicas.sla);
  const connections = services.reduce((sum, one) => sum + replicas[one] * perReplica.connections[one].value, 0);
  const memory = services.reduce((sum, one) => sum + replicas[one] * perReplica.memory[one].value, 0);
  const socketMiB = (agents * perReplica.socket.value) / 1024;
  const passing = storage.outbox.value * secondsKept(7) * rate;
  return {
    agents,
    rate,
    cores,
    allCores: Object.values(cores).reduce((sum, one) => sum + one, 0),
    leastCores: (rate * full.value) / 1_000 / planned,
    replicas,
    partitions,
    connections,
    gibibytes: (memory + socketMiB) / 1024,
    postgresMonthly: (storage.stays.value * rate * secondsAMonth) / gigabyte,
    postgresPassing: passing / gigabyte,
    kafka: (storage.kafka.value * rate * secondsKept(7) * copies.kafka) / gigabyte,
    wal: (storage.wal.value * rate) / 1e6,
    over: whatIsOver({ rate, agents, cores, connections }),
  };
}

Object.assign(reckon, { planned, busyHours, copies });

/** What was tried only below this, in the order in which it is met. */
function whatIsOver({ rate, cores, connections }) {
  const found = [];
  if (rate > limits.chain.value) found.push('chain');
  if (cores.router * planned > 1) found.push('intake');
  if (rate * units.inputs.value > limits.dispatcher.value) found.push('dispatcher');
  if (connections > limits.connections.value) found.push('connections');
  if (cores.postgres * planned > limits.postgresCores.value) found.push('postgres');
  return found;
}

export const show = (value) => {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  if (value >= 10) return value.toFixed(0);
  return value >= 1 ? value.toFixed(1) : value.toPrecision(1);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const number = (fallback) => ({ type: 'string', default: String(fallback) });
  const options = {
    agents: number(100),
    rate: number(10),
    'core-price': number(0),
    'gib-price': number(0),
    'gb-price': number(0),
  };
  const { values } = parseArgs({ options });
  const found = reckon({ agents: Number(values.agents), rate: Number(values.rate) });
  const disk = found.postgresPassing * copies.postgres + found.kafka;
  const month =
    found.allCores * Number(values['core-price']) +
    found.gibibytes * Number(values['gib-price']) +
    (disk + found.postgresMonthly * copies.postgres) * Number(values['gb-price']);
  console.log(JSON.stringify({ ...found, firstMonthAtYourPrices: Math.round(month * 100) / 100 }, null, 2));
}
