/** The page `docs/run/sizing.md`: what to give a small, a medium and a large desk, from what was measured. */
import { reckon, show } from './reckon-growth.mjs';
import { costRows, table } from './say-costs.mjs';
import { limits, perReplica, processor, storage } from './unit-costs.mjs';

const desks = [
  { name: 'small', agents: 20, rate: 1 },
  { name: 'medium', agents: 200, rate: 10 },
  { name: 'large', agents: 1_000, rate: 50 },
];
const services = ['channels', 'router', 'sla', 'gateway'];

export function describeSizing() {
  const found = desks.map(({ name, ...desk }) => ({ name, ...reckon(desk) }));
  const row = (what, tell) => [what, ...found.map(tell)];
  return `<!-- Made by node tools/write-docs.mjs from tools/docs/unit-costs.mjs; do not edit. -->
# Sizing
What to give a desk at first, from what was measured ([measured.md](../measured.md)); larger ones: [growth.md](../growth.md). Two replicas of
each service are the least, so that one may go; the smallest desk is far below what they can do.

${table(
  ['', ...found.map(({ name }) => `**${name}**`)],
  [
    row('agents online', ({ agents }) => agents.toLocaleString('en-US')),
    row('messages/s in the busiest hour', ({ rate }) => rate),
    row('replicas of channels, router, sla, gateway', ({ replicas }) =>
      services.map((one) => replicas[one]).join(', '),
    ),
    row('partitions (`kafka.partitions`)', ({ partitions }) => partitions),
    row('cores for the services', ({ cores }) => show(services.reduce((sum, one) => sum + cores[one], 0))),
    row('cores for Postgres', ({ cores }) => show(cores.postgres)),
    row('cores for the brokers, together', ({ cores }) => show(cores.kafka)),
    row('memory of the services, GiB', ({ gibibytes }) => show(gibibytes)),
    row('connections to Postgres (`max_connections` ≥ this + 20)', ({ connections }) => connections),
    row('Postgres: GB more each month', ({ postgresMonthly }) => show(postgresMonthly)),
    row('Postgres: GB that come and go (7 days of outboxes)', ({ postgresPassing }) => show(postgresPassing)),
    row('Postgres: write-ahead log, MB/s', ({ wal }) => show(wal)),
    row('Kafka: GB on three brokers, 7 days', ({ kafka }) => show(kafka)),
  ],
)}

Reckoned: that pace for ${reckon.busyHours} hours of 30 days, messages taken a few at a time (the dear end, [growth.md](../growth.md)), a core planned ${Math.round(reckon.planned * 100)} % busy. Files are not in it: they are as large as what customers
send, on their disk or in a bucket. A standby of Postgres needs its disk once more.

**Requests and limits.** The chart's values fit small and medium: 100–200m and 160–256 MiB a pod. A replica of the router holds
${perReplica.memory.router.value} MiB after a load, so leave it its limit of 1 GiB: it fits a classifier now and then. A Node process uses one core:
more than \`cpu: 1\` for one pod helps little, more pods do.

**Connections.** At most ${perReplica.connections.router.value} a replica: the pool in \`open-postgres.ts\`, seen in \`pg_stat_activity\` after the load.

**When to grow.** \`trunkline_consumer_lag\` and \`trunkline_outbox_age_seconds\` that do not come back to 0 in the busiest hour: a
replica more of the service that lags, up to the partitions. \`trunkline_dispatch_inputs_age_seconds\` above a second: a faster core for the router.
Event loop above 100 ms on the gateway: a replica more.

## What one message costs
${table(['', 'figure', 'measured by'], costRows([...Object.values(processor), ...Object.values(storage), perReplica.socket, limits.chain]))}
`;
}
