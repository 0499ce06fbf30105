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

  async function round(words, speak) {
    visitors = await openVisitors(run.channels, new Set(words.map(({ visitor }) => visitor)));
    const shown = await collect(await speak(), { truth, desk });
    for (const socket of visitors.values()) socket.disconnect();
    await desk.clear();
    return shown;
  }

  return {
    pids: ['channels', 'router', 'sla', 'gateway'].map((service) => run.pids[service]),
    paced: (words, pace) => round(words, () => sayAtPace(words, { ...pace, say })),
    burst: (words) => round(words, () => sayAllAtOnce(words, { say })),
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
  SELECT message.text, message.conversation_id AS id, (stored.body::jsonb ->> 'version')::int AS version,
    (SELECT min((offered.body::jsonb ->> 'version')::int) FROM router.outbox AS offered
      WHERE offered.key = message.conversation_id::text AND offered.type = 'conversation.offered') AS ring,
    extract(epoch FROM inbound.at) * 1000 AS received, extract(epoch FROM inbound.published_at) * 1000 AS passed,
    extract(epoch FROM stored.at) * 1000 AS stored, extract(epoch FROM stored.published_at) * 1000 AS told
  FROM router.message
  JOIN router.outbox AS stored ON stored.key = message.conversation_id::text
    AND stored.type = 'message.stored' AND stored.body::jsonb ->> 'messageId' = message.id::text
  JOIN channels.outbox AS inbound ON inbound.type = 'message.received'
    AND inbound.body::jsonb ->> 'receiptId' = message.receipt_id::text
  WHERE message.text LIKE $1`;

async function collect(said, { truth, desk }) {
  const round = said[0].mark.slice(0, said[0].mark.lastIndexOf('-') + 1);
  let rows = [];
  const isKnown = async () => {
    rows = (await truth.query(whereAreThey, [`%#${round}%`])).rows;
    return rows.length === said.length && rows.every((row) => row.told !== null);
  };
  await until(isKnown, { what: `all words of ${round} with the router` });
  const keyOf = ({ id, version }) => `${id} ${version}`;
  await until(() => rows.every((row) => desk.shown.has(keyOf(row))), { what: `all words of ${round} on the screen` });
  const byMark = new Map(rows.map((row) => [/#(.+)#$/.exec(row.text)[1], row]));
  const opening = said.filter(({ opens }) => opens).map(({ mark }) => byMark.get(mark));
  const rings = ({ id, ring }) => desk.shown.has(`rings ${id} ${ring}`);
  const isRung = async () => {
    if (opening.every(rings)) return true;
    const again = (await truth.query(whereAreThey, [`%#${round}%`])).rows;
    for (const row of opening) row.ring = again.find(({ id }) => id === row.id).ring;
    return false;
  };
  await until(isRung, { what: `a ring for each conversation of ${round}` });
  return said.map((one) => {
    const row = byMark.get(one.mark);
    const legs = { received: row.received, passed: row.passed, stored: row.stored, told: row.told };
    for (const leg of Object.keys(legs)) legs[leg] = Number(legs[leg]);
    const offeredAt = one.opens ? desk.shown.get(`rings ${row.id} ${row.ring}`) : undefined;
    return { ...one, legs, shownAt: desk.shown.get(keyOf(row)), offeredAt };
  });
}
