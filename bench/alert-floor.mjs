/** A supervisor's screen and two hundred agents' on one house, and what is said there: a mark, a note, a complaint, a question. */
import { now } from './now.mjs';
import { ask, changePolicy, hireSupervisor } from './open-house.mjs';
import { openAgent, openVisitor, openVisitors, say } from './open-sockets.mjs';
import { until } from './say-at-pace.mjs';

/** s: a chat counts as broken off after so long; what is measured begins then. */
const brokenOffAfter = 3;

/** Deeds answer when they were done and what the supervisor's screen will hear of; each wants a conversation of its own a round. */
export async function openAlertFloor({ run, staff }, each) {
  const { api, channels } = run;
  const supervisor = await hireSupervisor(run);
  await changePolicy(run, (policy) => ({
    ...policy,
    brokenOff: { ...policy.brokenOff, afterSeconds: brokenOffAfter },
  }));
  const heard = new Map();
  const sockets = await openAll(api, [supervisor, ...staff]);
  sockets[0].on('changed', ({ kind, id, version }) => {
    const of = heard.get(`${kind} ${id}`) ?? [];
    heard.set(`${kind} ${id}`, [...of, { version, at: now() }]);
  });
  const names = Array.from({ length: each }, (_, at) => `v${at}`);
  const open = () => openVisitor(channels, { auth: { site: 'demo', after: 0 } });
  let visitors = await openVisitors(names, open);
  const tell = (path, body) => ask(api, path, { token: staff[0].token, method: 'POST', body });
  const sensitive = () => ask(api, '/signs?open=1', { token: supervisor.token });
  let rows = [];

  async function fill() {
    for (const socket of visitors.values()) socket.disconnect();
    visitors = await openVisitors(names, open);
    const mark = `round ${Math.round(now())}`;
    await Promise.all([...visitors.values()].map((socket, at) => speak(socket, `${mark} ${at}`, `Hello, ${mark}`)));
    const isWhole = async () => {
      const q = encodeURIComponent(mark);
      rows = (await ask(api, `/conversations?limit=200&q=${q}`, { token: supervisor.token })).items;
      return rows.length === each;
    };
    await until(isWhole, { what: 'all conversations at the desk', withinMs: 60_000, everyMs: 200 });
  }
  await fill();

  return {
    /** Of several changes the screen is told the last. */
    heardAt: ({ what, version = 0 }) => heard.get(what)?.find((one) => one.version >= version)?.at,
    mark: async (at) => {
      const saidAt = now();
      const { id } = await tell(`/conversations/${rows[at].id}/signs`, { kind: 'may-leave' });
      return { saidAt, what: `sign ${id}` };
    },
    note: async (at) => {
      const { id } = rows[at];
      const { version } = await ask(api, `/conversations/${id}`, { token: staff[0].token });
      const saidAt = now();
      await tell(`/conversations/${id}/messages`, { text: 'A word among colleagues', kind: 'note' });
      return { saidAt, what: `conversation ${id}`, version: version + 1 };
    },
    complain: async (at, mark) => {
      const saidAt = now();
      await speak(visitors.get(names[at]), mark, `I will complain to the ombudsman about this. ${mark}`);
      let sign;
      const isRead = async () => {
        sign = (await sensitive()).items.find(({ conversation }) => conversation.lastWords.endsWith(` ${mark}`));
        return sign !== undefined;
      };
      await until(isRead, { what: 'the alert', everyMs: 250 });
      return { saidAt, what: `sign ${sign.id}` };
    },
    ask: async (at) => {
      const { id } = rows[at];
      const saidAt = now();
      await tell(`/conversations/${id}/consults`, { kind: 'other', wanted: 'May I pay it back?' });
      return { saidAt, what: `consult ${id}` };
    },
    leave: async (at) => {
      const { id } = rows[at];
      await tell(`/conversations/${id}/label`, { label: 'complaint-about-employee' });
      visitors.get(names[at]).disconnect();
      const saidAt = now() + brokenOffAfter * 1_000;
      let row;
      const isRaised = async () => {
        const { items } = await ask(api, '/escalations', { token: supervisor.token });
        row = items.find(({ conversationId, because }) => conversationId === id && because.code === 'chat-broke-off');
        return row !== undefined;
      };
      await until(isRaised, { what: 'the chat broken off', everyMs: 500, withinMs: 60_000 });
      return { saidAt, what: `escalation ${row.id}` };
    },
    /** Seen, so that lists stay short, and with conversations in which nothing was marked. */
    clear: async () => {
      for (const { id } of (await sensitive()).items)
        await ask(api, `/signs/${id}/seen`, { token: supervisor.token, method: 'POST', body: {} });
      await fill();
    },
    close: () => {
      for (const socket of [...sockets, ...visitors.values()]) socket.disconnect();
    },
  };
}

async function speak(socket, mark, text) {
  const ack = await say(socket, { txnId: `bench-${mark}`, text });
  if (!ack.ok) throw new Error(`not taken: ${ack.detail}`);
}

async function openAll(api, people) {
  const sockets = people.map(({ token }) => openAgent(api, token));
  await Promise.all(sockets.map((socket) => new Promise((letIn) => socket.once('changed', letIn))));
  return sockets;
}
