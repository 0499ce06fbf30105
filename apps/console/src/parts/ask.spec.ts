/** What the console hears when it asks: answers, refusals with their reason, and silence. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askAt } from './ask.ts';
import { Refused } from './refused.ts';

let server: Server;
let origin = '';
const seen: { method?: string; url?: string; key?: string; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      seen.push({
        method: request.method ?? '',
        url: request.url ?? '',
        key: String(request.headers['idempotency-key'] ?? ''),
        body,
      });
      if (request.url === '/v1/none') return response.writeHead(204).end();
      if (request.url === '/v1/refused') {
        response.writeHead(409, { 'content-type': 'application/problem+json' });
        return response.end(JSON.stringify({ reason: 'not-yours', values: { holder: 'Lin' }, detail: 'Lin has it.' }));
      }
      if (request.url === '/v1/proxy') return response.writeHead(502).end('<html>Bad gateway</html>');
      response.writeHead(200, { 'content-type': 'application/json' });
      return response.end('{"items":[],"next":null}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('an answer is read as JSON, and its status and time are heard', async () => {
  const heard: (number | string | null)[] = [];
  const ask = askAt(origin, (status, at) => heard.push(status, at));
  expect(await ask('/v1/queues')).toEqual({ items: [], next: null });
  expect(heard[0]).toBe(200);
  expect(Number.isNaN(Date.parse(String(heard[1])))).toBe(false);
});

test('an order with a body is a POST that carries its key', async () => {
  await askAt(origin)('/v1/conversations/1/messages', { body: { text: 'hello' }, once: 'k1' });
  expect(seen.at(-1)).toEqual({
    method: 'POST',
    url: '/v1/conversations/1/messages',
    key: 'k1',
    body: '{"text":"hello"}',
  });
});

test('an answer without content is nothing, not an error', async () => {
  expect(await askAt(origin)('/v1/none', { method: 'POST' })).toBeUndefined();
});

test.each([
  ['a refusal carries its reason and values', '/v1/refused', 'not-yours', 409, { holder: 'Lin' }],
  ['a proxy that speaks for itself means: try again', '/v1/proxy', 'try-again', 502, {}],
])('%s', async (_sentence, path, reason, status, values) => {
  const error = await askAt(origin)(path).catch((refusal: unknown) => refusal);
  expect(error).toBeInstanceOf(Refused);
  expect(error).toMatchObject({ reason, status, values });
});

test('a gateway out of reach is told apart from one that refuses', async () => {
  await expect(askAt('http://127.0.0.1:9')('/v1/me')).rejects.toMatchObject({ reason: 'no-connection', status: 0 });
});
