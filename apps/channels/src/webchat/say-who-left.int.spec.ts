/** Who left and who is back, on a real Postgres: once each, whoever asks; and of a replica that was killed, too. */
import { randomBytes } from 'node:crypto';
import { newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { type GivenChannels, givenChannels, migrateChannels } from '../given-channels.ts';
import { sayWhoIsHere, sayWhoLeft, sayWhoVanished } from './say-who-left.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels;
beforeAll(async () => {
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  const settings = { WEBCHAT_VISITOR_KEYS: `v:${randomBytes(32).toString('base64url')}` };
  channels = await givenChannels({ ownerUrl: database.ownerUrl, passwords: testPasswords, settings });
}, 60_000);
afterAll(async () => {
  await channels?.stop();
  await database?.drop();
});

async function chat() {
  const whose = { account: 'shop', address: newId() };
  await channels.postgres.query('INSERT INTO chat_session (id, account, address) VALUES ($1, $2, $3)', [
    newId(),
    whose.account,
    whose.address,
  ]);
  const said = async () => {
    const rows = await channels.postgres.query<{ type: string }>(
      `SELECT type FROM outbox WHERE key = $1 AND type LIKE 'visitor.%' ORDER BY id`,
      [`webchat:${whose.address}`],
    );
    return rows.map(({ type }) => type);
  };
  const isSeenBefore = (seconds: number) =>
    channels.postgres.query('UPDATE chat_session SET here_at = now() - make_interval(secs => $2) WHERE address = $1', [
      whose.address,
      seconds,
    ]);
  return { whose, said, isSeenBefore };
}

test('the last tab gone is said once, and one that is back, once', async () => {
  const { whose, said } = await chat();
  const { postgres } = channels;
  await sayWhoIsHere(postgres, [whose]);
  await Promise.all([sayWhoLeft(postgres, whose), sayWhoLeft(postgres, whose)]);
  await Promise.all([sayWhoIsHere(postgres, [whose]), sayWhoIsHere(postgres, [whose, whose])]);
  expect(await said()).toEqual(['visitor.left', 'visitor.returned']);
});

test('A32 whom a killed replica held is gone after a minute, said once by whoever looks; who is open elsewhere is not', async () => {
  const [lost, open, never] = [await chat(), await chat(), await chat()];
  const { postgres } = channels;
  await sayWhoIsHere(postgres, [lost.whose, open.whose]);
  await sayWhoVanished(postgres);
  expect(await lost.said()).toEqual([]);
  await lost.isSeenBefore(61);
  await open.isSeenBefore(61);
  await sayWhoIsHere(postgres, [open.whose]);
  await Promise.all([sayWhoVanished(postgres), sayWhoVanished(postgres)]);
  expect([await lost.said(), await open.said(), await never.said()]).toEqual([['visitor.left'], [], []]);
  await sayWhoIsHere(postgres, [lost.whose]);
  expect(await lost.said()).toEqual(['visitor.left', 'visitor.returned']);
});
