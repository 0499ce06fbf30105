/** Last stage, stock: hears one message after the other and tells the screens. */
import { listenOnSockets } from '../listen-on-sockets.mjs';
import { listen, tell } from './stage.mjs';

const { server, url } = await listenOnSockets('/v1/live');
await listen('conversations', 'desk', async ({ id, message }) => {
  server.emit('changed', { kind: 'conversation', id, messages: [message] });
});
tell({ ready: true, url });
