/** The page `docs/growth.md`: what desks of several sizes need, from unit costs that were measured, and what gives way first. */
import { reckon, show } from './reckon-growth.mjs';
import { costRows, table } from './say-costs.mjs';
import { full, limits, perReplica, processor, storage, units } from './unit-costs.mjs';

const sizes = [
  { agents: 10, rate: 1 },
  { agents: 10, rate: 10 },
  { agents: 1_000, rate: 10 },
  { agents: 1_000, rate: 100 },
  { agents: 1_000, rate: 1_000 },
  { agents: 100_000, rate: 1_000 },
  { agents: 100_000, rate: 10_000 },
];

export function describeGrowth(curves) {
  const found = sizes.map(reckon);
  return `<!-- Made by node tools/write-docs.mjs from tools/docs/unit-costs.mjs and growth-curves.json; do not edit. -->
# Growth
What a desk needs that is larger than any we had: reckoned from unit costs, not tried. Up to ${limits.chain.value} messages/s, ${limits.socketsTried.value} sockets at
a gateway and ${limits.opened.value.toLocaleString('en-US')} agents in the engine alone was measured; beyond that these are figures on paper.

## People: how full a desk may be
![Waits over load](pictures/growth.svg)

Played on the product's own simulator (\`node tools/docs/simulate-desks.mjs\`, seed ${curves.seed}), so with the engine that
decides in the field. ${sayCurves(curves)}
Your own days: \`npx trunkline simulate --from 7d --agents-fewer 2 --between 12:00-13:00\`.

## Machines: what a size needs
The busiest hour's pace, a core planned ${Math.round(reckon.planned * 100)} % busy, that pace for ${reckon.busyHours} hours a day, Postgres on ${reckon.copies.postgres} machines, Kafka on ${reckon.copies.kafka}.

${table(
  [
    'agents online',
    'messages/s',
    'cores in all',
    'of them Postgres',
    'replicas ch · ro · sla · gw',
    'partitions',
    'connections',
    'GiB of memory',
    'Postgres, GB a month more',
    'GB that come and go',
    'Kafka, GB',
    'log, MB/s',
    'over',
  ],
  found.map((one) => [
    one.agents.toLocaleString('en-US'),
    one.rate.toLocaleString('en-US'),
    `${show(one.leastCores)}–${show(one.allCores)}`,
    show(one.cores.postgres),
    ['channels', 'router', 'sla', 'gateway'].map((service) => one.replicas[service]).join(' · '),
    one.partitions,
    one.connections.toLocaleString('en-US'),
    show(one.gibibytes),
    show(one.postgresMonthly),
    show(one.postgresPassing),
    show(one.kafka),
    show(one.wal),
    one.over.map((name) => letters[name]).join(', ') || '–',
  ]),
)}

**Cores** go from what a message cost where batches were full (a burst, a quiet machine) to what it cost a few at a time on a busy one, eight
times as much; the more there is to do, the nearer it comes to the first. Replicas, partitions and letters are reckoned with the dear end.
While nobody speaks, one replica of each with Postgres and a broker takes 15 % of a core (the same run).
Postgres and Kafka columns are for one copy of Postgres and ${reckon.copies.kafka} of Kafka. A row with a letter under *over* stands beyond something
that was measured; the letters are those of the next table. Memory is that of the services; give Postgres what its busy rows
need, and each broker 1 GiB and the page cache.

**Cost.** We keep no price list. A month = cores × your price of a core + GiB × your price of a GiB + GB × your price of a GB:
\`node tools/docs/reckon-growth.mjs --agents 300 --rate 20 --core-price 20 --gib-price 3 --gb-price 0.1\`.

## What gives way first, and what is split next
${table(
  ['', 'limit', 'measured', 'what is split next'],
  Object.entries(next).map(([name, split]) => [letters[name], ...tellLimit(name), split]),
)}

${reasons}

## Unit costs
${table(
  ['', 'figure', 'measured by'],
  costRows([
    ...Object.values(processor),
    full,
    ...Object.values(storage),
    ...Object.values(perReplica.connections),
    ...Object.values(perReplica.memory),
    perReplica.socket,
    ...Object.values(units),
    ...Object.values(limits),
  ]),
)}
`;
}

const letters = { chain: 'a', intake: 'b', dispatcher: 'c', connections: 'd', postgres: 'e' };

const tellLimit = (name) => {
  const told = {
    chain: [
      'the whole chain on one small machine',
      `${limits.chain.value} messages/s on ${limits.chainCores.value} cores, everything on them`,
    ],
    intake: [
      'one replica of the router: a Node process uses one core',
      `${processor.router.value} ms of a core a message`,
    ],
    dispatcher: [
      'the dispatcher’s single stream of commits: one replica holds its lease',
      `${limits.dispatcher.value.toLocaleString('en-US')} assignments/s in batches of 500; ${units.inputs.value} inputs a message at ${units.wordsEach.value} messages a conversation`,
    ],
    connections: ['connections of Postgres', `${limits.connections.value} in the example cluster`],
    postgres: [
      'one primary: its cores, its log, its commits',
      `${processor.postgres.value} ms of a core and ${Math.round(storage.wal.value / 1000)} kB of log a message; reckoned up to ${limits.postgresCores.value} cores`,
    ],
  };
  return told[name];
};

const next = {
  chain: 'nothing yet: parts and services on machines of their own',
  intake: 'replicas of the router up to the partitions, then more partitions ([how](run/upgrade.md))',
  dispatcher:
    'desks that share no agents become houses of their own: one dispatcher decides over all agents of a house',
  connections: '`max_connections`, then a pooler in session mode (hints are heard by LISTEN)',
  postgres: 'a larger primary; outboxes and heard facts on their own disk; then a house for each part of the company',
};

const reasons = `- **Relay.** Four shards a service, sent together by whoever holds them: a constant, since rows of one key leave in their order. What was measured
  goes through it (row a); it was not tried alone. More shards are a change of \`shard-of.ts\` while no row waits.
- **Partitions.** No replica more than partitions takes anything in; three is the default. Each service reads with one group, so
  the slowest of channels, router and sla sets the number.
- **Sockets.** A gateway tells each screen only what its groups may see, and each replica hears every fact: pushes grow with
  agents in a group × changes. Beyond the sockets that were tried, groups have to be smaller, not gateways more.
- **One hundred thousand agents** in one engine cost 14–21 µs an input (\`npm run bench -- assign\`); what they do beside messages (presence,
  accepting, looking) is not in the costs above and was not measured at that size.`;

function sayCurves({ curves }) {
  const at = (agents, load) =>
    curves.find((one) => one.agents === agents).points.find((point) => point.load === load).mean;
  return `At 95 % of what they can hold, people wait ${show(at(10, 0.95))} s on average at 10 agents, ${show(at(100, 0.95))} s at 100 and ${show(at(1_000, 0.95))} s at
1,000, of which about four are the ringing itself: a small desk needs more slack than a large one.`;
}
