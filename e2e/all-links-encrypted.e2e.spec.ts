/** V27: in production every link is TLS under an authority of our own; plaintext, other authorities and other rights are refused. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect as connectPlain } from 'node:net';
import { join, resolve } from 'node:path';
import { connect as connectTls, rootCertificates } from 'node:tls';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { getsMail, sendMail, Visitor } from './customer.ts';
import { type Desk, hire, signIn } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const password = `word-${randomUUID()}`;
let house: House;
/** What the stack tells the house. */
let stack: Record<string, string>;
let stranger: string;
let administrator: Desk;

beforeAll(async () => {
  const env = {
    TRUNKLINE_TLS: 'on',
    TRUNKLINE_PROFILE: 'production',
    ADMIN_EMAIL: 'admin@desk.test',
    ADMIN_PASSWORD: password,
    PUBLIC_URL: 'https://desk.example.com',
  };
  house = await startHouse({ own: true, env, withinMs: 240_000 });
  stack = JSON.parse(readFileSync(join(house.home, 'stack.json'), 'utf8')).env;
  // a real authority, of somebody else
  stranger = join(house.home, 'stranger.pem');
  writeFileSync(stranger, rootCertificates[0]!);
  administrator = await signIn(house, env.ADMIN_EMAIL, password);
}, 300_000);
afterAll(() => house?.stop(), 60_000);

test('a mail and a chat come in, are answered, and go out, all of it encrypted', async () => {
  const agent = await hire(house, administrator);
  await agent.comeOnline();
  const mark = `#tls-${randomUUID().slice(0, 8)}#`;
  await sendMail(house.run, { from: 'alice@customer.test', subject: `Invoice ${mark}`, text: `Where is it? ${mark}` });
  const visitor = await new Visitor(house.run.channels).arrive();
  await visitor.say(`Hello ${mark}`);
  const mine = async () => {
    const rows = await agent.list('?assignee=me');
    return rows.length === 2 ? rows : undefined;
  };
  const rows = await eventually(mine, { what: 'both with the agent' });
  for (const row of rows) {
    if (row.state === 'offered') await agent.order(row.id, 'accept');
    await agent.say(row.id, `It is on its way. ${mark} ${row.standard}`);
  }
  await visitor.hears(`${mark} chat`);
  expect((await getsMail(house, 'alice@customer.test', `${mark} mail`)).subject).toContain(mark);
  visitor.leave();
}, 120_000);

/** Another sla beside the house's, with other settings: what it prints until the sentence stands there (`null`: until it ends). */
async function startSla(
  change: Record<string, string>,
  until: RegExp | null,
): Promise<{ code: number | null; output: string }> {
  const { slaPassword, serviceKeys } = JSON.parse(readFileSync(join(house.home, 'data/secrets.json'), 'utf8'));
  const own = Object.assign(new URL(stack.DATABASE_URL!), { username: 'trunkline_sla', password: slaPassword });
  const env = {
    LOG_LEVEL: 'debug',
    TRUNKLINE_PROFILE: 'production',
    KAFKA_USER: 'sla',
    SERVICE_KEYS: serviceKeys,
    DATABASE_URL: own.href,
  };

  const child = spawn(process.execPath, [join(root, 'apps/sla/dist/main.js')], {
    env: { PATH: process.env.PATH, ...stack, ...env, ...change },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes));
  const done = async () => child.exitCode !== null || until?.test(output);
  await eventually(done, { what: `${until?.source ?? 'the end'} of ${output}`, withinMs: 60_000 });
  child.kill('SIGKILL');
  return { code: child.exitCode, output };
}
const untrusted = /self-signed certificate|unable to verify|unable to get (local )?issuer/i;

test('V20 in production the cookie is Secure, and only the public address is one’s own origin', async () => {
  const enter = (origin: string) =>
    fetch(`${house.run.api}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ email: 'admin@desk.test', password }),
    });
  const mine = await enter('https://desk.example.com');
  expect(mine.headers.get('set-cookie')).toMatch(/; Secure; /);
  expect(mine.headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
  expect(mine.headers.get('content-security-policy')).toContain(`wss://${new URL(house.run.api).host}`);
  for (const origin of [
    new URL(house.run.api).origin,
    'http://desk.example.com',
    'https://desk.example.com:444',
    'https://desk.example.com.evil.test',
  ]) {
    expect(((await (await enter(origin)).json()) as { reason: string }).reason).toBe('foreign-origin');
  }
}, 30_000);

test('a line to Kafka is refused by who does not know our authority', async () => {
  const { output } = await startSla({ KAFKA_CA: stranger }, untrusted);
  expect(output).toMatch(untrusted);
}, 90_000);

test('a service writes what is its own and nothing that another says', async () => {
  // the rights of channels: sla's facts are not among them
  const { output } = await startSla({ KAFKA_USER: 'channels' }, /authoriz/i);
  expect(output).toMatch(/not authorized/i);
}, 90_000);

const withRoot = (file: string) => stack.DATABASE_URL!.replace(/sslrootcert=[^&]+/, `sslrootcert=${file}`);

test.each<[string, () => Record<string, string>, RegExp]>([
  ['with plain Kafka', () => ({ KAFKA_TLS: 'off' }), /KAFKA_TLS must be on in production/],
  ['with nobody’s name for Kafka', () => ({ KAFKA_USER: '' }), /KAFKA_USER must be set in production/],
  ['that trusts another authority for Postgres', () => ({ DATABASE_URL: withRoot(stranger) }), untrusted],
  [
    'that takes any certificate of Postgres',
    () => ({ DATABASE_URL: stack.DATABASE_URL!.replace('verify-full', 'require') }),
    /must end in \?sslmode=verify-full/,
  ],
])(
  'a service %s does not start, and says why',
  async (_sentence, change, said) => {
    const { code, output } = await startSla(change(), null);
    expect(output).toMatch(said);
    expect(code).toBe(1);
  },
  90_000,
);

test('the mail servers speak TLS 1.2 or newer under our authority, and under no other', async () => {
  for (const url of [stack.IMAP_URL!, stack.SMTP_URL!]) {
    const port = Number(new URL(url).port);
    await expect(greet(port, readFileSync(stack.KAFKA_CA!, 'utf8'))).resolves.toMatch(/^TLSv1\.[23]$/);
    await expect(greet(port, readFileSync(stranger, 'utf8'))).rejects.toThrow(untrusted);
  }
}, 30_000);

test('a plain line is let in nowhere', async () => {
  const plain = Object.assign(new URL(stack.DATABASE_URL!), { search: '' });
  await expect(new pg.Client({ connectionString: plain.href }).connect()).rejects.toThrow(/no encryption/);
  const ports = [stack.KAFKA_BROKERS!.split(':')[1], new URL(stack.IMAP_URL!).port, new URL(stack.SMTP_URL!).port];
  for (const port of ports) expect(await answersInPlain(Number(port))).toBe(false);
}, 30_000);

/** The version they agree on. */
function greet(port: number, ca: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({ host: 'localhost', port, servername: 'localhost', ca: [ca] });
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      resolve(socket.getProtocol());
      socket.destroy();
    });
  });
}

/** Whether a server says or answers anything that is no alert of TLS (21) to one who speaks no TLS. */
function answersInPlain(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectPlain(port, '127.0.0.1');
    socket.setTimeout(3_000, () => socket.destroy());
    socket.once('connect', () => socket.write('EHLO journey\r\n\r\n'));
    socket.once('data', (bytes) => {
      resolve(bytes[0] !== 21);
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
