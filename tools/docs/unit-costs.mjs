/** What a message, a socket and a replica cost: each figure with the command that prints it; the same stand in docs/measured.md. */

const upkeep = 'npm run bench -- --quick upkeep';
const chain = 'npm run bench -- --quick chain';
const durable = 'npm run bench -- --quick durable';

const cost = (what, value, unit, source) => ({ what, value, unit, source });

/**
 * For each message that customers write; what agents do to take and to solve is in it. Measured while others used 1.35 of the two
 * cores, so that messages were taken a few at a time: the dear end. `full` is the cheap one.
 */
export const processor = {
  channels: cost('processor time of channels', 1.92, 'ms of a core a message', upkeep),
  router: cost('processor time of the router', 3.73, 'ms of a core a message', upkeep),
  sla: cost('processor time of sla', 2.0, 'ms of a core a message', upkeep),
  gateway: cost('processor time of the gateway', 2.72, 'ms of a core a message', upkeep),
  postgres: cost('processor time of Postgres', 3.91, 'ms of a core a message', upkeep),
  kafka: cost('processor time of the broker', 0.58, 'ms of a core a message', upkeep),
};

/** Bytes for each message, of one copy. */
export const storage = {
  stays: cost('Postgres: what stays until somebody erases it', 6_376, 'bytes a message', upkeep),
  outbox: cost('Postgres: outboxes, kept for 7 days', 6_149, 'bytes a message', upkeep),
  wal: cost('Postgres: write-ahead log', 23_495, 'bytes a message', upkeep),
  kafka: cost('Kafka: records, kept for 7 days', 3_840, 'bytes a message', upkeep),
};

export const perReplica = {
  connections: {
    channels: cost('connections of a replica of channels', 6, 'at most', upkeep),
    router: cost('connections of a replica of the router', 6, 'at most', upkeep),
    sla: cost('connections of a replica of sla', 6, 'at most', upkeep),
    gateway: cost('connections of a replica of the gateway', 6, 'at most', upkeep),
  },
  memory: {
    channels: cost('memory of a replica of channels', 155, 'MiB', 'npm run bench -- --quick path chain footprint'),
    router: cost('memory of a replica of the router', 201, 'MiB', 'npm run bench -- --quick path chain footprint'),
    sla: cost('memory of a replica of sla', 125, 'MiB', 'npm run bench -- --quick path chain footprint'),
    gateway: cost('memory of a replica of the gateway', 152, 'MiB', 'npm run bench -- --quick path chain footprint'),
  },
  socket: cost('growth of the gateway for each of 1,000 agents’ sockets', 1.58, 'KiB', upkeep),
};

export const units = {
  wordsEach: cost('messages a conversation', 5, 'taken as given', upkeep),
  inputs: cost('assignments a message', 0.2, 'one for each conversation', upkeep),
};

/** The same where batches are full, on a quiet machine, all parts together. */
export const full = cost('processor time of all, said all at once', 1.93, 'ms of a core a message', chain);

/** How far it was tried. */
export const limits = {
  chain: cost('the whole chain', 754, 'messages/s', chain),
  chainCores: cost('on', 2, 'cores, all parts and the senders beside it', chain),
  dispatcher: cost('the dispatcher', 6_180, 'assignments/s', durable),
  opened: cost('agents in the engine', 100_000, 'agents', 'npm run bench -- assign'),
  socketsTried: cost('agents’ sockets at one gateway', 1_000, 'sockets', upkeep),
  connections: cost(
    'connections that the example cluster allows',
    200,
    'connections',
    'k8s/examples/postgres-cluster.yaml',
  ),
  postgresCores: cost('cores of Postgres', 16, 'cores, as far as this page reckons', 'a choice'),
};
