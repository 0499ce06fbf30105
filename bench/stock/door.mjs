/** First stage, stock: a row and its commit for each message, then straight to Kafka. */
import { listenOnSockets } from '../listen-on-sockets.mjs';
import { openEmitter, openPool, tell } from './stage.mjs';

const pool = openPool();
const emit = await openEmitter('stock-door');
const { server, url } = await listenOnSockets('/chat/live');

server.on('connection', (socket) => {
  const { visitor } = socket.handshake.auth;
  socket.emit('welcome', {});
  socket.on('say', async ({ txnId: id, text }, acknowledge) => {
    await pool.query('INSERT INTO receipt (id, visitor, text) VALUES ($1, $2, $3)', [id, visitor, text]);
    await emit('inbound', visitor, JSON.stringify({ id, visitor, text }));
    acknowledge({ ok: true });
    socket.emit('line', { from: 'customer', text });
  });
});
tell({ ready: true, url });
