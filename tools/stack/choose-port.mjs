/** Finds free ports on 127.0.0.1, outside the range that outgoing connections take theirs from. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { Refusal } from './refusal.mjs';

const given = new Set();

export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A free port: the one that `variable` fixes, else the preferred one, else a random one never given before. */
export async function choosePort({ variable, preferred } = {}) {
  const fixed = variable && process.env[variable];
  if (fixed) {
    const port = Number(fixed);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Refusal(`${variable}=${fixed} is not a port`);
    if (!(await isFree(port))) throw new Refusal(`port ${port} is in use: choose another one with ${variable}`);
    return port;
  }
  if (preferred && !given.has(preferred) && (await isFree(preferred))) return remember(preferred);
  for (let turn = 0; turn < 200; turn++) {
    // Below 32768: a client that keeps knocking on a stopped part could otherwise be given its very port.
    const port = randomInt(20_000, 32_000);
    if (!given.has(port) && (await isFree(port))) return remember(port);
  }
  throw new Refusal('no free port found on 127.0.0.1 between 20000 and 32000');
}

function remember(port) {
  given.add(port);
  return port;
}
