/** For specs: a TCP line to a mail server that can swallow, cut and rewrite what passes. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type From = 'client' | 'server';
/** What becomes of bytes on their way; made anew for each connection. `null`: swallowed; `last`: these, then the cut. */
export type Passing = (
  chunk: Buffer,
  from: From,
  answer: (text: string) => void,
) => Buffer | 'cut' | { last: Buffer } | null;

export type Line = {
  port: number;
  /** The same address by way of the line. */
  through(url: string): string;
  /** Connections that stand now pass nothing any more, and nobody is told; new ones pass. */
  swallow(): void;
  opened(): number;
  close(): Promise<void>;
};

export async function openLine(url: string, passing: () => Passing = () => (chunk) => chunk): Promise<Line> {
  const { hostname, port: far } = new URL(url);
  const sockets = new Set<Socket>();
  const dead = new Set<Socket>();
  let opened = 0;
  const server = createServer((near) => {
    opened += 1;
    const pass = passing();
    const beyond = connect(Number(far), hostname);
    for (const [one, other, from] of [[near, beyond, 'client'] as const, [beyond, near, 'server'] as const]) {
      sockets.add(one);
      const end = () => {
        sockets.delete(one);
        if (!dead.has(near)) other.destroy();
      };
      one.on('error', end).on('close', end);
      one.on('data', (chunk) => {
        if (dead.has(near)) return;
        const passed = pass(chunk, from, (text) => one.write(text));
        if (passed === 'cut') {
          near.destroy();
          beyond.destroy();
        } else if (passed instanceof Buffer) other.write(passed);
        else if (passed && 'last' in passed) other.end(passed.last, () => near.destroy());
      });
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    through: (address) => Object.assign(new URL(address), { hostname: '127.0.0.1', port: String(port) }).href,
    swallow: () => {
      for (const socket of sockets) dead.add(socket);
    },
    opened: () => opened,
    close: async () => {
      dead.clear();
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
