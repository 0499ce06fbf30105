/** The house from outside: visitors on the chat's socket, agents on theirs who take what rings; when was a word on screen? */
import pg from 'pg';
import { io } from 'socket.io-client';
import { now } from './open-chain.mjs';
import { ask } from './open-house.mjs';
import { sayAllAtOnce, sayAtPace, until } from './say-at-pace.mjs';

/** The same shape as a raw chain: `paced` and `burst` give each word with the instants it was said, taken and shown. */
export async function speakWithHouse({ run, staff }) {
  const desk = await openDesk(run, staff);
  const truth = new pg.Client({ connectionString: run.postgres });
  await truth.connect();
  let visitors = new Map();
  const say = async ({ visitor, mark, text }) => {
    const ack = await visitors
      .get(visitor)
      .timeout(30_000)
      .emitWithAck('say', { txnId: `bench-${mark}`, text });
    if (!ack.ok) throw new Error(`not taken: ${ack.detail}`);
  };

  async function round(words, { speak, meter = () => {} }) {
    visitors = await openVisitors(run.channels, new Set(words.map(({ visitor }) => visitor)));
    meter();
    const said = await speak();
    await desk.hasShown(words);
    meter();
    const shown = await collect(said, { truth, desk });
    for (const socket of visitors.values()) socket.disconnect();
    await desk.clear();
    return shown;
  }

  return {
    pids: ['channels', 'router', 'sla', 'gateway'].map((service) => run.pids[service]),
    paced: (words, pace) => round(words, { speak: () => sayAtPace(words, { ...pace, say }) }),
    burst: (words, meter) => round(words, { speak: () => sayAllAtOnce(words, { say }), meter }),
    close: async () => {
      desk.close();
      await truth.end();
    },
  };
}

/** The first agent's screen is the one that counts; all of them take what rings for them. */
async function openDesk({ api }, staff) {
  const shown = new Map();
  const mine = new Map();
  const sockets = staff.map((person) => openAgent(api, person));
  await Promise.all(sockets.map((socket) => new Promise((open) => socket.once('changed', open))));
  sockets.forEach((socket, at) => {
    socket.on('changed', (change) => {
      if (change.kind !== 'conversation') return;
      const key = `${change.id} ${change.version}`;
      if (at === 0 && !shown.has(key)) shown.set(key, now());
      if (change.ringsUntil) ring(staff[at], change);
    });
  });

  function ring({ token }, { id, version }) {
    shown.set(`rings ${id} ${version}`, now());
    const order = ask(api, `/conversations/${id}/accept`, { token, method: 'POST', body: {} });
    mine.set(
      id,
      order.then(() => token).catch(() => null),
    ); // somebody else has it, or it was over
  }

  return {
    shown,
    /** At least as many changes and rings as there were words and conversations. */
    hasShown: (words) => {
      const expected = words.length + words.filter(({ opens }) => opens).length;
      return until(() => shown.size >= expected, { what: 'as many changes on the screen as words were said' });
    },
    /** Room for the next round. */
    clear: async () => {
      const held = [...mine];
      mine.clear();
      await Promise.all(held.map(([id, token]) => resolveOne(api, id, token)));
      shown.clear();
    },
    close: () => {
      for (const socket of sockets) socket.disconnect();
    },
  };
}

async function resolveOne(api, id, accepted) {
  const token = await accepted;
  if (token) await ask(api, `/conversations/${id}/resolve`, { token, method: 'POST', body: {} });
}

function openAgent(api, { token }) {
  return io(api, {
    path: '/v1/live',
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { authorization: `Bearer ${token}` },
  });
}

async function openVisitors(channels, names) {
  const opened = await Promise.all([...names].map((name) => openVisitor(channels).then((socket) => [name, socket])));
  return new Map(opened);
}

function openVisitor(channels) {
  const socket = io(channels, {
    path: '/chat/live',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { site: 'demo', after: 0 },
    extraHeaders: { origin: new URL(channels).origin },
  });
  return new Promise((open, failed) => {
    socket.once('welcome', () => open(socket));
    socket.once('connect_error', failed);
  });
}

/** Which conversation and version each word became stands in the router's rows; when a screen heard of it, with us. */
const whereAreThey = `
  WITH said AS MATERIALIZED (SELECT id, conversation_id, receipt_id, text FROM router.message WHERE text LIKE $1),
  stored AS MATERIALIZED (SELECT key, body::jsonb AS body, at, published_at FROM router.outbox
    WHERE type = 'message.stored' AND at > now() - interval '5 minutes'),
  rings AS MATERIALIZED (SELECT key, min((body::jsonb ->> 'version')::int) AS ring FROM router.outbox
    WHERE type = 'conversation.offered' AND at > now() - interval '5 minutes' GROUP BY key),
  inbound AS MATERIALIZED (SELECT body::jsonb ->> 'receiptId' AS receipt, at, published_at FROM channels.outbox
    WHERE type = 'message.received' AND at > now() - interval '5 minutes')
  SELECT said.text, said.conversation_id AS id, (stored.body ->> 'version')::int AS version, ring,
    extract(epoch FROM inbound.at) * 1000 AS received, extract(epoch FROM inbound.published_at) * 1000 AS passed,
    extract(epoch FROM stored.at) * 1000 AS stored, extract(epoch FROM stored.published_at) * 1000 AS told
  FROM said JOIN stored ON stored.body ->> 'messageId' = said.id::text
  JOIN inbound ON receipt = said.receipt_id::text
  LEFT JOIN rings ON rings.key = said.conversation_id::text`;

/** The rows are read once everything is on the screen, so that reading them disturbs nothing that is measured. */
async function collect(said, { truth, desk }) {
  const round = said[0].mark.slice(0, said[0].mark.lastIndexOf('-') + 1);
  const opening = said.filter(({ opens }) => opens);
  const keyOf = ({ id, version }) => `${id} ${version}`;
  let rows = new Map();
  const isWhole = async () => {
    const answer = await truth.query(whereAreThey, [`%#${round}%`]);
    rows = new Map(answer.rows.map((row) => [/#(.+)#$/.exec(row.text)[1], row]));
    const isShown = (row) => row.told !== null && desk.shown.has(keyOf(row));
    const rings = ({ mark }) => desk.shown.has(ringOf(rows.get(mark)));
    return rows.size === said.length && [...rows.values()].every(isShown) && opening.every(rings);
  };
  await until(isWhole, { what: `all words of ${round} on the screen`, everyMs: 300 });
  return said.map((one) => {
    const row = rows.get(one.mark);
    const { received, passed, stored, told } = row;
    const legs = { received: Number(received), passed: Number(passed), stored: Number(stored), told: Number(told) };
    const offeredAt = one.opens ? desk.shown.get(ringOf(row)) : undefined;
    return { ...one, legs, shownAt: desk.shown.get(keyOf(row)), offeredAt };
  });
}

const ringOf = ({ id, ring }) => `rings ${id} ${ring}`;
