/** First stage, as channels: what waits is stored with one commit, then acknowledged and passed on. */
import { listenOnSockets } from '../listen-on-sockets.mjs';
import { inTransaction, openStage, passOn } from './stage.mjs';

const stage = openStage('channels');
const poke = passOn(stage, stage.topic('inbound'));
const waiting = [];
let busy = false;

const { server, url } = await listenOnSockets('/chat/live');
server.on('connection', (socket) => {
  const { visitor } = socket.handshake.auth;
  let sequence = 0;
  socket.emit('welcome', {});
  socket.on('say', ({ txnId: message, text }, acknowledge) => {
    sequence += 1;
    waiting.push({ visitor, message, text, sequence, socket, acknowledge });
    setImmediate(drain);
  });
});
stage.tell({ ready: true, url });

async function drain() {
  if (busy) return;
  busy = true;
  while (waiting.length > 0) {
    const batch = waiting.splice(0, 200);
    await inTransaction(stage, (tx) => store(tx, batch));
    poke();
    for (const { socket, acknowledge, sequence, text } of batch) {
      acknowledge({ ok: true, sequence });
      socket.emit('line', { sequence, from: 'customer', text });
    }
  }
  busy = false;
}

async function store({ run, insert }, batch) {
  await insert('receipt', batch);
  await insert('received', batch);
  const moved = new Map(batch.map((one) => [one.visitor, one]));
  await insert('session', [...moved.values()]);
  const ids = [...moved.keys()].sort();
  await run('lock', 'SELECT id FROM chat_session WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', ids);
  const text = `UPDATE chat_session SET last_sequence = said.last FROM unnest($1::uuid[], $2::int[]) AS said (id, last)
    WHERE chat_session.id = said.id`;
  await run(
    'moved',
    text,
    ids,
    ids.map((id) => moved.get(id).sequence),
  );
  await insert('line', batch);
}
