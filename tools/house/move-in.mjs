/** A second house on a running stack (a journey in `npm test`) gets a database, topics and a mailbox of its own. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startOf } from '../stack/name-process.mjs';
import { Refusal } from '../stack/refusal.mjs';
import { claimFile } from '../stack/take-turns.mjs';

/** As many as the stack has mailboxes for (`tools/stack/mail.mjs`). */
const mostGuests = 16;

/** The environment to live in, and the file of the secrets: the roles belong to the whole cluster, so guests share them. */
export async function moveIn(env, home) {
  const stack = env.TRUNKLINE_STACK ? resolve(env.TRUNKLINE_STACK) : home;
  const secretsFile = join(stack, 'data/secrets.json');
  if (stack === home) return { env, secretsFile, isGuest: false };
  const number = claimNumber(join(stack, 'guests'));
  const own = {
    DATABASE_URL: await makeDatabase(env.DATABASE_URL, `trunkline_guest_${number}`),
    KAFKA_TOPIC_PREFIX: `g${number}-${process.pid}-`,
    IMAP_URL: env.IMAP_URL?.replace('support%40desk.test', `support-${number}%40desk.test`),
  };
  if (own.IMAP_URL) await emptyMailbox(own.IMAP_URL);
  return { env: { ...env, ...own }, secretsFile, isGuest: true };
}

/** A number is free again when its process has ended, however it ended. */
function claimNumber(folder) {
  mkdirSync(folder, { recursive: true });
  const me = { pid: process.pid, start: startOf(process.pid) };
  for (let number = 1; number <= mostGuests; number++) {
    if (claimFile(join(folder, `${number}.json`), me)) return number;
  }
  throw new Refusal(`${mostGuests} houses already run on this stack`);
}

async function makeDatabase(ownerUrl, name) {
  const { Client } = (await import('pg')).default;
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await owner.query(`CREATE DATABASE ${name}`);
  } finally {
    await owner.end();
  }
  return Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).href;
}

/** What an earlier guest of this number left unread would come in as new. */
async function emptyMailbox(address) {
  const { ImapFlow } = await import('imapflow');
  const { protocol, hostname, port, username, password } = new URL(address);
  const secure = protocol === 'imaps:';
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  const client = new ImapFlow({ host: hostname, port: Number(port), secure, auth, logger: false });
  client.on('error', () => {});
  await client.connect();
  await client.mailboxOpen('INBOX');
  if (client.mailbox.exists > 0) await client.messageDelete('1:*');
  await client.logout();
}
