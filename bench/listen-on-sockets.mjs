/** A stage's door for sockets, as the house's services open theirs, on a free port. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

/** Gives the socket.io server and its address. */
export async function listenOnSockets(path) {
  const http = createServer();
  const server = new Server(http, { path, transports: ['websocket'], serveClient: false });
  await new Promise((listening) => http.listen(0, '127.0.0.1', listening));
  return { server, url: `http://127.0.0.1:${http.address().port}` };
}
