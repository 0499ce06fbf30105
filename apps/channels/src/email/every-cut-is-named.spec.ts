/** Hundreds of cuts at random points of sending: what counts as sent was taken, what counts as untaken was not. */
import { randomInt } from 'node:crypto';
import { newId } from '@trunkline/contracts';
import { SMTPServer } from 'smtp-server';
import type { Desk, Sent, Word } from '../channel.ts';
import type { EmailConfig } from './config.ts';
import { type From, type Line, openLine } from './line-for-specs.ts';
import { send } from './send.ts';

const cuts = 400;
const atOnce = 8;
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
/** A small generator of its own, so that a seed gives the same cuts again. */
const random = (() => {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
})();

const taken = new Map<string, number>();
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
    });
    stream.on('end', () => {
      const [, id = ''] = /^Message-ID: <([^@]+)@/im.exec(text) ?? [];
      taken.set(id, (taken.get(id) ?? 0) + 1);
      done();
    });
  },
});
server.on('error', () => {});
let address = '';

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
});
afterAll(() => new Promise<void>((done) => server.close(() => done())));

const word = (): Word => ({
  messageId: newId(),
  conversationId: newId(),
  channel: 'email',
  account: 'support@desk.test',
  to: { address: 'alice@customer.test', name: null },
  kind: 'reply',
  author: null,
  subject: 'Late',
  text: 'It is on its way. '.repeat(1 + random(400)),
  attachments: [],
  thread: { key: 'k', references: [] },
  attempt: 1,
});

const deskThrough = ({ port }: Pick<Line, 'port'>) => {
  const server = { host: '127.0.0.1', port, secure: false, mustEncrypt: false, user: '', password: '', oauth: null };
  const account = { address: 'support@desk.test', name: 'Desk', domain: 'desk.test', imap: server, smtp: server };
  const replyKeys = [{ kid: 'a', bytes: new Uint8Array(32) }];
  const config: EmailConfig = {
    accounts: [account],
    addresses: [],
    domains: [],
    replyKeys,
    trustedServers: [],
    pollSeconds: 60,
  };
  return { config } as Desk<EmailConfig>;
};

/** Cut once so many bytes went one way; those below the point pass. */
async function sendOver(cut: { from: From; after: number }): Promise<{ said: Sent; took: number }> {
  const line = await openLine(address, () => {
    let passed = 0;
    return (chunk, from) => {
      if (from !== cut.from) return chunk;
      const rest = cut.after - passed;
      passed += chunk.length;
      if (rest <= 0) return 'cut';
      return chunk.length > rest ? { last: chunk.subarray(0, rest) } : chunk;
    };
  });
  const one = word();
  const said = await send(one, deskThrough(line));
  await line.close();
  await new Promise((next) => setImmediate(next));
  return { said, took: taken.get(one.messageId) ?? 0 };
}

test(`15 of ${cuts} cuts none is silent and none sends twice (seed ${seed})`, async () => {
  const counts: Record<string, number> = {};
  const wrong: unknown[] = [];
  const one = async () => {
    const from = random(3) === 0 ? 'server' : 'client';
    const cut = { from, after: random(from === 'server' ? 420 : 9_000) } as const;
    const { said, took } = await sendOver(cut);
    const key = `${said.kind}, ${took === 0 ? 'not taken' : 'taken'}`;
    counts[key] = (counts[key] ?? 0) + 1;
    const isHonest = { sent: took === 1, retry: took === 0, failed: took === 0, unknown: took <= 1 }[said.kind];
    if (!isHonest) wrong.push({ cut, said, took });
  };
  for (let done = 0; done < cuts; done += atOnce) await Promise.all(Array.from({ length: atOnce }, one));
  process.stdout.write(`cuts: ${JSON.stringify(counts)}, seed ${seed}\n`);
  expect(wrong).toEqual([]);
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(cuts);
}, 120_000);
