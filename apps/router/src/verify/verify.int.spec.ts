/** One-time codes on a real Postgres: to known addresses, three tries, nowhere in plain, and what is protected waits for them. */
import { type AddressId, type ConversationId, type MessageReceivedV1, newId, type StaffV1 } from '@trunkline/contracts';
import { Refusal, unsealSecret } from '@trunkline/platform';
import { type Act, defaultPolicy, mostCodesAnHour } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { GiveOrder } from '../desk/give-order.ts';
import { listMessages } from '../desk/list-messages.ts';
import { reply } from '../desk/reply.ts';
import { sendAgain } from '../desk/send-again.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { judgeText } from '../understand/judge-text.ts';
import { sendCode } from './send-code.ts';
import { showVerification } from './show-verification.ts';
import { tryCode } from './try-code.ts';
import { vouch } from './vouch.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
const groups = ['service', 'mail', 'payments', 'complaints'];
const ann = anAgent('ann', { groups });
const lead = anAgent('lea', { role: 'supervisor', groups });
const monitor = anAgent('mo', { role: 'monitor', groups });
const keys = [{ kid: 'a', bytes: new Uint8Array(32).fill(7) }];

beforeAll(async () => {
  judgeText('the first text fits the classifier, which takes seconds', defaultPolicy);
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  for (const record of [ann, lead, monitor]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
}, 120_000);
afterAll(() => desk?.close());

const take = (batch: MessageReceivedV1[]) =>
  desk.postgres.transaction((tx) => takeIn(tx, batch, { policy: defaultPolicy, keys }));
let count = 0;

/** She wrote by mail long ago, and is in a chat now, signed in then: both are hers. */
async function customerInChat() {
  count += 1;
  const [address, visitor] = [`p${count}${newId().slice(-8)}@x.test`, `v${newId()}`];
  const chat = (text: string) =>
    aReceivedMessage({
      channel: 'webchat',
      standard: 'chat',
      live: true,
      account: 'demo',
      thread: { key: '' },
      text,
      from: { address: visitor, name: null, vouchedBy: 'host-site', email: address },
    });
  await take([aReceivedMessage({ from: { address }, thread: { key: newId() } })]);
  await desk.postgres.query(`UPDATE address SET created_at = created_at - interval '1 day' WHERE address = $1`, [
    address,
  ]);
  await take([chat('Hello')]);
  const [row] = await desk.postgres.query<{ id: ConversationId; mail: AddressId; chat: AddressId }>(
    `UPDATE conversation c SET state = 'assigned', agent_id = $2, verified_until = NULL, arrived_at = now()
       FROM address a WHERE a.id = c.address_id AND a.address = $1
     RETURNING c.id, (SELECT id FROM address WHERE address = $3) AS mail, a.id AS chat`,
    [visitor, ann.id, address],
  );
  // signed out meanwhile: what they write now is vouched for by nobody
  const says = (text: string) => take([{ ...chat(text), from: { ...chat(text).from, vouchedBy: null, email: null } }]);
  return { ...row!, address, visitor, says };
}
const order = (by: StaffV1, conversationId: ConversationId, does: Act = 'send-code') => ({
  by: by.id,
  conversationId,
  does,
});
const send = (id: ConversationId, addressId: AddressId, by = ann) =>
  sendCode(orders, { ...order(by, id), addressId, keys });
const attempt = (id: ConversationId, code: string, by = ann) => tryCode(orders, { ...order(by, id), code, keys });
const no = (asked: Promise<unknown>) =>
  asked.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
/** As channels opens it. */
async function codeOf(id: ConversationId): Promise<string> {
  const [row] = await desk.postgres.query<{ body: string }>(
    `SELECT body FROM outbox WHERE type = 'reply.written' AND key = $1 ORDER BY id DESC LIMIT 1`,
    [id],
  );
  const word = JSON.parse(row!.body);
  expect([word.kind, word.text.includes('{code}')]).toEqual(['code', true]);
  return unsealSecret(keys, word.messageId, word.sealed)!;
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('A11 the right code of a known address verifies, and all of it is noted', async () => {
  const her = await customerInChat();
  const sent = await send(her.id, her.mail);
  expect(sent).toMatchObject({
    state: 'code-sent',
    sentTo: `p…@x.test`,
    triesLeft: 3,
    mayGoTo: [{ addressId: her.mail }],
  });
  const code = await codeOf(her.id);
  expect(code).toMatch(/^\d{6}$/);
  expect(await attempt(her.id, ` ${code} `)).toMatchObject({ state: 'verified', by: 'code' });
  const shown = await showConversation(desk.postgres, her.id);
  expect(Date.parse(shown.verifiedUntil!)).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  expect(shown.events.map(({ what }) => what)).toEqual(expect.arrayContaining(['code-sent', 'verified']));
  expect(await no(attempt(her.id, code))).toBe('no-code-sent');
  const facts = await desk.postgres.query(
    `SELECT body FROM outbox WHERE type = 'conversation.verified' AND key = $1 ORDER BY id DESC`,
    [her.id],
  );
  expect(JSON.parse(facts[0].body)).toMatchObject({ by: 'code' });
  const noted = await desk.postgres.query(
    `SELECT what FROM customer_change WHERE details->>'conversationId' = $1 ORDER BY at`,
    [her.id],
  );
  expect(noted.map(({ what }) => what)).toEqual(['code-sent', 'verified']);
});

test('A11 three wrong tries lock, then only the supervisor helps, with a reason', async () => {
  const her = await customerInChat();
  await send(her.id, her.mail);
  const code = await codeOf(her.id);
  const tries = [];
  for (let n = 0; n < 3; n += 1) tries.push(await no(attempt(her.id, wrong(code))));
  expect(tries).toEqual(['wrong-code', 'wrong-code', 'code-locked']);
  expect([await no(attempt(her.id, code)), await no(send(her.id, her.mail))]).toEqual(['code-locked', 'code-locked']);
  expect(await showVerification(orders, her.id)).toMatchObject({ state: 'locked', triesLeft: 0 });
  const vouching = (by: StaffV1) =>
    vouch(orders, { ...order(by, her.id, 'vouch-for-customer'), note: 'knows her voice' });
  expect([await no(vouching(ann)), await no(vouching(monitor))]).toEqual(['not-allowed', 'not-allowed']);
  expect(await vouching(lead)).toMatchObject({ state: 'verified', by: 'supervisor' });
});

test('A11 after ten minutes it is too late', async () => {
  const her = await customerInChat();
  await send(her.id, her.mail);
  await desk.postgres.query(`UPDATE verification SET expires_at = now() WHERE conversation_id = $1`, [her.id]);
  expect([await no(attempt(her.id, await codeOf(her.id))), (await showVerification(orders, her.id)).state]).toEqual([
    'code-expired',
    'none',
  ]);
});

test('A11 a code goes to no chat, to nobody else’s address, and to none that came up in this conversation', async () => {
  const [her, other] = [await customerInChat(), await customerInChat()];
  expect([await no(send(her.id, her.chat)), await no(send(her.id, other.mail))]).toEqual([
    'address-not-known',
    'address-not-known',
  ]);
  await desk.postgres.query('UPDATE address SET created_at = now() WHERE id = $1', [her.mail]);
  expect(await no(send(her.id, her.mail))).toBe('address-not-known');
  await desk.postgres.query(`UPDATE address SET created_at = now() - interval '1 day' WHERE id = $1`, [her.mail]);
  await desk.postgres.query(
    `UPDATE customer_link SET decided_by = $2 WHERE address_id IN ($1, $3) OR into_address_id IN ($1, $3)`,
    [her.mail, ann.id, her.chat],
  );
  // whoever was linked by a person is theirs for the desk, and proves nothing of who writes
  expect([await no(send(her.id, her.mail)), (await showVerification(orders, her.id)).mayGoTo]).toEqual([
    'address-not-known',
    [],
  ]);
});

test('A11 codes are few: by customer and hour', async () => {
  const her = await customerInChat();
  for (let n = 0; n < mostCodesAnHour.ofCustomer; n += 1) await send(her.id, her.mail);
  expect(await no(send(her.id, her.mail))).toBe('too-many-codes');
  // only the last one counts
  const old = await desk.postgres.query(`SELECT state FROM verification WHERE conversation_id = $1 ORDER BY sent_at`, [
    her.id,
  ]);
  expect(old.map(({ state }) => state)).toEqual(['replaced', 'replaced', 'replaced', 'sent']);
});

test('A11 written in the conversation it verifies by itself, and its digits are kept from who reads later', async () => {
  const her = await customerInChat();
  await send(her.id, her.mail);
  const code = await codeOf(her.id);
  await her.says(`it says ${wrong(code)}`);
  expect(await showVerification(orders, her.id)).toMatchObject({ state: 'code-sent', triesLeft: 2 });
  await her.says(`sorry, ${code.slice(0, 3)} ${code.slice(3)}!`);
  expect(await showVerification(orders, her.id)).toMatchObject({ state: 'verified', by: 'code' });
  const { items } = await listMessages(desk, her.id, undefined);
  const hers = items.filter(({ from }) => from === 'customer');
  expect(hers.slice(-2).map(({ text }) => text)).toEqual(['it says ••••••', 'sorry, ••••••!']);
  expect((await showConversation(desk.postgres, her.id)).lastWords).toBe('sorry, ••••••!');
});

test('V18 no code stands anywhere in the router: not in its tables, not in its facts', async () => {
  const her = await customerInChat();
  await send(her.id, her.mail);
  const code = await codeOf(her.id);
  const tables = await desk.postgres.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await desk.postgres.query(
      `SELECT 1 FROM "${name}" t WHERE t::text ~ ('(^|[^0-9a-f])' || $1 || '([^0-9a-f]|$)')`,
      [code],
    );
    // instants carry six digits of microseconds: a chance hit is no code
    const real =
      rows.length > 0
        ? await desk.postgres.query(
            `SELECT 1 FROM "${name}" t WHERE regexp_replace(t::text, '\\.[0-9]+', '', 'g') ~ ('(^|[^0-9a-f])' || $1 || '([^0-9a-f]|$)')`,
            [code],
          )
        : [];
    if (real.length > 0) found.push(name);
  }
  expect(found).toEqual([]);
  const { items } = await listMessages(desk, her.id, undefined);
  const note = items.at(-1)!;
  expect([note.kind, note.text]).toEqual(['notice', 'A one-time code went out to the customer.']);
  await desk.postgres.query(`UPDATE message SET delivery_state = 'failed' WHERE id = $1`, [note.id]);
  expect(await no(sendAgain(orders, { ...order(ann, her.id, 'send-again'), messageId: note.id }))).toBe(
    'not-to-send-again',
  );
});

test('V18 a file of another conversation goes to a verified customer only, whoever sends it', async () => {
  const her = await customerInChat();
  const file = { sha256: newId().replaceAll('-', '').repeat(2), name: 'bill.pdf', type: 'application/pdf', bytes: 9 };
  await take([aReceivedMessage({ from: { address: her.address }, thread: { key: newId() }, attachments: [file] })]);
  const answer = (attachments = [file]) =>
    reply(orders, {
      ...order(ann, her.id, 'reply'),
      message: { text: 'here', kind: 'reply', attachments },
      idempotencyKey: null,
    });
  expect(await no(answer())).toBe('not-verified');
  expect(await no(answer([{ ...file, sha256: 'f'.repeat(64) }]))).toBe('yes');
  await vouch(orders, { ...order(lead, her.id, 'vouch-for-customer'), note: 'so' });
  expect(await no(answer())).toBe('yes');
});
