/** Visitors' and agents' sockets, the same for the house and for the chains it is held against. */
import { io } from 'socket.io-client';

/** Resolves once let in. */
export function openVisitor(url, { auth, origin = new URL(url).origin }) {
  const socket = io(url, {
    path: '/chat/live',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth,
    extraHeaders: { origin },
  });
  return new Promise((open, failed) => {
    socket.once('welcome', () => open(socket));
    socket.once('connect_error', failed);
  });
}

export async function openVisitors(names, open) {
  return new Map(await Promise.all([...names].map((name) => open(name).then((socket) => [name, socket]))));
}

export function openAgent(url, token = '') {
  return io(url, {
    path: '/v1/live',
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { authorization: `Bearer ${token}` },
  });
}

/** Resolves with the answer, which comes after the commit. */
export const say = (socket, frame) => socket.timeout(60_000).emitWithAck('say', frame);
