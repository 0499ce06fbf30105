/** The house from outside: visitors on the chat's socket, agents on theirs who take what rings; when was a word on screen? */
import pg from 'pg';
import { now } from './now.mjs';
import { ask } from './open-house.mjs';
import { openAgent, openVisitor, openVisitors, say as sayTo } from './open-sockets.mjs';
import { sayAllAtOnce, sayAtPace, until } from './say-at-pace.mjs';

/** The same shape as a raw chain: `paced` and `burst` give each word with the instants it was said, taken and shown. */
export async function speakWithHouse({ run, staff }) {
  const desk = await openDesk(run, staff);
  const truth = new pg.Client({ connectionString: run.postgres });
  await truth.connect();
  let visitors = new Map();
  const say = async ({ visitor, mark, text }) => {
    const ack = await sayTo(visitors.get(visitor), { txnId: `bench-${mark}`, text });
    if (!ack.ok) throw new Error(`not taken: ${ack.detail}`);
  };

  async function round(words, { speak, take, meter = () => {} }) {
    desk.takes = take;
    visitors = await openVisitors(new Set(words.map(({ visitor }) => visitor)), () =>
      openVisitor(run.channels, { auth: { site: 'demo', after: 0 } }),
    );
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
    database: run.postgres,
    pids: ['channels', 'router', 'sla', 'gateway'].map((service) => run.pids[service]),
    paced: (words, { take = 'at once', ...pace }) =>
      round(words, { speak: () => sayAtPace(words, { ...pace, say }), take }),
    burst: (words, meter) => round(words, { speak: () => sayAllAtOnce(words, { say }), take: 'afterwards', meter }),
    close: async () => {
      desk.close();
      await truth.end();
    },
  };
}

/** The first agent's screen is the one that counts; all of them take what rings for them, `takes` says when. */
async function openDesk({ api }, staff) {
  const seen = new Map();
  const rung = new Map();
  const mine = new Map();
  const sockets = staff.map(({ token }) => openAgent(api, token));
  await Promise.all(sockets.map((socket) => new Promise((open) => socket.once('changed', open))));
  sockets.forEach((socket, at) => {
    socket.on('changed', (change) => {
      if (change.kind !== 'conversation') return;
      if (at === 0) see(change);
      if (change.ringsUntil) ring(staff[at], change);
    });
  });

  function see({ id, version }) {
    const of = seen.get(id) ?? seen.set(id, []).get(id);
    if ((of.at(-1)?.version ?? 0) < version) of.push({ version, at: now() });
  }

  function ring({ token }, { id }) {
    if (!rung.has(id)) rung.set(id, { token, at: now() });
    if (desk.takes === 'at once') take(id, token);
  }

  function take(id, token) {
    const order = ask(api, `/conversations/${id}/accept`, { token, method: 'POST', body: {} });
    const taken = order.then(() => token).catch(() => null); // somebody else has it, or it was over
    mine.set(id, taken);
    return taken;
  }

  const desk = {
    takes: 'at once',
    /** When a screen first heard of this version or a later one: of several changes it is told the last. */
    shownAt: ({ id, version }) => seen.get(id)?.find((one) => one.version >= version)?.at,
    rungAt: ({ id }) => rung.get(id)?.at,
    /** Each conversation's version counts its words and its ring; exact as long as nobody takes one. */
    hasShown: (words) => {
      const opens = words.filter(({ opens }) => opens).length;
      const versions = () => [...seen.values()].reduce((sum, of) => sum + of.at(-1).version, 0);
      const isSo = () => rung.size >= opens && versions() >= words.length + opens;
      return until(isSo, { what: 'as many changes on the screen as words were said', withinMs: 60_000 });
    },
    /** Room for the next round. */
    clear: async () => {
      for (const [id, { token }] of rung) if (!mine.has(id)) take(id, token);
      const held = [...mine];
      mine.clear();
      await Promise.all(held.map(([id, token]) => resolveOne(api, id, token)));
      seen.clear();
      rung.clear();
    },
    close: () => {
      for (const socket of sockets) socket.disconnect();
    },
  };
  return desk;
}

async function resolveOne(api, id, accepted) {
  const token = await accepted;
  if (token) await ask(api, `/conversations/${id}/resolve`, { token, method: 'POST', body: {} });
}

/** Which conversation and version each word became stands in the router's rows; when a screen heard of it, with us. */
const whereAreThey = `
  WITH said AS MATERIALIZED (SELECT id, conversation_id, receipt_id, text FROM router.message WHERE text LIKE $1),
  stored AS MATERIALIZED (SELECT key, body::jsonb AS body, at, published_at FROM router.outbox
    WHERE type = 'message.stored' AND at > now() - interval '5 minutes'),
  inbound AS MATERIALIZED (SELECT body::jsonb ->> 'receiptId' AS receipt, at, published_at FROM channels.outbox
    WHERE type = 'message.received' AND at > now() - interval '5 minutes')
  SELECT said.text, said.conversation_id AS id, (stored.body ->> 'version')::int AS version,
    extract(epoch FROM inbound.at) * 1000 AS received, extract(epoch FROM inbound.published_at) * 1000 AS passed,
    extract(epoch FROM stored.at) * 1000 AS stored, extract(epoch FROM stored.published_at) * 1000 AS told
  FROM said JOIN stored ON stored.body ->> 'messageId' = said.id::text
  JOIN inbound ON receipt = said.receipt_id::text`;

/** The rows are read once everything is on the screen, so that reading them disturbs nothing that is measured. */
async function collect(said, { truth, desk }) {
  const round = said[0].mark.slice(0, said[0].mark.lastIndexOf('-') + 1);
  const opening = said.filter(({ opens }) => opens);
  let rows = new Map();
  const isWhole = async () => {
    const answer = await truth.query(whereAreThey, [`%#${round}%`]);
    rows = new Map(answer.rows.map((row) => [/#(.+)#$/.exec(row.text)[1], row]));
    const isShown = (row) => row.told !== null && desk.shownAt(row) !== undefined;
    const rings = ({ mark }) => desk.rungAt(rows.get(mark)) !== undefined;
    return rows.size === said.length && [...rows.values()].every(isShown) && opening.every(rings);
  };
  await until(isWhole, { what: `all words of ${round} on the screen`, everyMs: 300 });
  return said.map((one) => {
    const row = rows.get(one.mark);
    const { received, passed, stored, told } = row;
    const legs = { received: Number(received), passed: Number(passed), stored: Number(stored), told: Number(told) };
    const offeredAt = one.opens ? desk.rungAt(row) : undefined;
    return { ...one, legs, shownAt: desk.shownAt(row), offeredAt };
  });
}
