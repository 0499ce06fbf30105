/** For specs: a provider that answers as it is told, and keeps what it was asked. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type AskedOfProvider = { method: string; path: string; headers: NodeJS.Dict<string | string[]>; body: string };
export type Answering = { status: number; body: unknown };

export async function givenProvider(answers: (asked: AskedOfProvider) => Answering) {
  const asked: AskedOfProvider[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const one = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      asked.push(one);
      const { status, body } = answers(one);
      const bytes = Buffer.isBuffer(body) ? body : JSON.stringify(body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(bytes);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, asked, close: () => new Promise((done) => server.close(done)) };
}
