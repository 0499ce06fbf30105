/** A router that only says that every conversation waits: a process of its own, so that it takes nothing of sla's. */
import { createServer } from 'node:http';

const arrivedAt = '2026-01-01T00:00:00.000Z';
const none = { lastCustomerAt: null, firstReplyAt: null, lastReplyAt: null, solvedAt: null, closedAt: null };
const waits = (id) => ({ id, version: 1, state: 'waiting', queue: 'service', arrivedAt, ...none });

const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const items = JSON.parse(body).ids.map(waits);
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ at: new Date().toISOString(), items }));
});
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
