/** The supervisor's ear: orders to stop, start or restart a part come over 127.0.0.1, with a token of the state file. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

export const verbs = ['stop', 'start', 'restart'];

/** Answers `POST /<verb>/<part>` once the order is carried out; orders are carried out one after the other. */
export async function takeOrders(parts) {
  const token = randomBytes(16).toString('hex');
  let last = Promise.resolve();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
    const [, verb, name] = pathname.split('/');
    if (request.headers.authorization !== token || !verbs.includes(verb)) return response.writeHead(403).end();
    const how = { kill: searchParams.has('kill'), wipe: searchParams.has('wipe') };
    last = last
      .then(() => obey(parts, { verb, name, how }))
      .then(
        () => response.writeHead(204).end(),
        (error) => response.writeHead(409).end(error.message),
      );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return { port: server.address().port, token };
}

async function obey(parts, { verb, name, how }) {
  if (verb !== 'start') await parts.stop(name, how);
  if (verb !== 'stop') await parts.startAgain(name);
}
