/** A26 one message to all members of an incident: each once, in their own language, the left out with a reason. */
import {
  type ConversationId,
  type IncidentId,
  NewTicket,
  newId,
  type SignId,
  type StaffV1,
} from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { judgeText } from '../understand/judge-text.ts';
import { helpWithSign } from './help-with-sign.ts';
import { IncidentsController } from './incidents.controller.ts';
import { addMembers, insertIncident } from './incidents.store.ts';
import { listSigns, signsOf } from './list-signs.ts';
import { markSensitive } from './mark-sensitive.ts';
import { TellMembers } from './tell-members.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
let door: IncidentsController;
let teller: TellMembers;
const groups = defaultPolicy.queues.map(({ code }) => code);
const person = (name: string, rest: Partial<StaffV1> = {}) => anAgent(name, { groups, ...rest });
const ann = person('ann', { number: '1001' });
const sue = person('sue', { role: 'supervisor', number: '2001' });
const cal = person('cal', { role: 'call-back-agent', number: '2002' });
const mo = person('mo', { role: 'monitor', number: '3001' });
const elsewhere = person('eve', { role: 'supervisor', groups: ['nowhere'], number: '4001' });
const text = { en: 'We know of it and are on it.', zh: '我们已知悉，正在处理。' };
const log = { warn: () => undefined } as never;

beforeAll(async () => {
  judgeText('the first text fits the classifier, which takes seconds', defaultPolicy);
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  door = new IncidentsController(orders);
  teller = new TellMembers(desk.postgres, desk.settings, undefined as never, log);
  for (const record of [ann, sue, cal, mo, elsewhere]) {
    const values = [record.id, JSON.stringify(record)];
    await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  }
  await desk.settings.refresh();
}, 120_000);
afterAll(() => desk?.close());

let count = 0;
async function says(words: string, rest: object = {}): Promise<ConversationId> {
  count += 1;
  const address = `member-${count}`;
  const message = aReceivedMessage({
    channel: 'webchat',
    standard: 'chat',
    live: true,
    from: { address },
    thread: { key: '' },
    text: words,
    ...rest,
  });
  await desk.postgres.transaction((tx) => takeIn(tx, [message], { policy: defaultPolicy }));
  const [row] = await desk.postgres.query<{ id: ConversationId }>(
    'SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = $1',
    [address],
  );
  await desk.postgres.query('UPDATE conversation SET label = $2 WHERE id = $1', [row!.id, 'where-is-my-order']);
  return row!.id;
}
/** An incident of those, as a rise would have opened it. */
async function incidentOf(...ids: ConversationId[]): Promise<IncidentId> {
  const id = newId<IncidentId>();
  await desk.postgres.query('UPDATE incident SET closed_at = now() WHERE closed_at IS NULL');
  await desk.postgres.transaction(async (tx) => {
    await insertIncident(tx, { id, label: 'where-is-my-order', windowMinutes: 10, counts: [ids.length], usual: 0 });
    await tx.query(`UPDATE incident SET queues = '{service}' WHERE id = $1`, [id]);
    for (const one of ids)
      await tx.query('INSERT INTO incident_member (incident_id, conversation_id) VALUES ($1, $2)', [id, one]);
  });
  return id;
}
const as = (who: StaffV1) => ({ sub: who.id, service: 'gateway' }) as never;
const noticesOf = async (id: ConversationId) =>
  (
    await desk.postgres.query<{ text: string }>(
      `SELECT text FROM message WHERE conversation_id = $1 AND kind = 'notice' ORDER BY id`,
      [id],
    )
  ).map((row) => row.text);
const repliesOf = async (id: ConversationId) =>
  (await desk.postgres.query(`SELECT FROM outbox WHERE key = $1 AND type = 'reply.written'`, [id])).length;
const no = (refused: Promise<unknown>) =>
  refused.then(
    () => 'yes',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

test('A26 each member hears it once in its own language, whoever repeats, and the left out say why', async () => {
  const english = await says('Where is my parcel?');
  const chinese = await says('我的包裹到哪里了？');
  const closed = await says('Where is my parcel now?');
  await desk.postgres.query(`UPDATE conversation SET state = 'closed', closed_at = now() WHERE id = $1`, [closed]);
  const accusing = await says('Where is my parcel, and your man was rude');
  const complaint = {
    accusedNumber: '1001',
    contactUsed: 'chat',
    happenedAt: '2026-01-01T10:00:00.000Z',
    content: 'rude',
    reachAt: 'here',
  };
  const ticket = NewTicket.parse({ kind: 'complaint-employee', subject: 'Rude', complaint, tellCustomer: false });
  const order = { by: sue.id, conversationId: accusing, does: 'open-ticket', idempotencyKey: null } as const;
  await openTicket(orders, { ...order, ticket });
  const id = await incidentOf(english, chinese, closed, accusing);

  const told = await door.tell(as(sue), id, { text }, 'k1');
  expect(told).toMatchObject({ waits: 4, written: 0, leftOut: 0, by: sue.id });
  expect((await door.tell(as(sue), id, { text }, 'k1')).id).toBe(told.id);
  await Promise.all([teller.look(), teller.look()]);
  await teller.look();
  expect([
    await noticesOf(english),
    await noticesOf(chinese),
    await noticesOf(closed),
    await noticesOf(accusing),
  ]).toEqual([[text.en], [text.zh], [], []]);
  expect(await repliesOf(english)).toBe(1);
  const { items } = await door.messages(as(sue), id);
  expect(items).toMatchObject([{ id: told.id, waits: 0, written: 2, leftOut: 2 }]);
  const of = (one: ConversationId) => items[0]!.to.find(({ conversationId }) => conversationId === one);
  expect(of(english)).toMatchObject({ state: 'written', delivery: 'queued', because: null });
  expect(of(closed)).toMatchObject({ state: 'left-out', because: { code: 'member-is-closed' } });
  expect(of(accusing)).toMatchObject({ state: 'left-out', because: { code: 'member-complains-about-employee' } });
  expect(await no(door.tell(as(mo), id, { text }, 'k2'))).toBe('not-allowed');
  expect(await no(door.tell(as(elsewhere), id, { text }, 'k3'))).toBe('not-found');
});

test('A26 what dies between two members goes on with the rest, and nobody hears it twice', async () => {
  const ids = await Promise.all(['one', 'two', 'three'].map((word) => says(`Where is parcel ${word}?`)));
  const id = await incidentOf(...ids);
  await door.tell(as(sue), id, { text }, 'dies');
  const postgres = desk.postgres;
  let rows = 0;
  const dying = Object.create(postgres) as typeof postgres;
  dying.transaction = ((work: never) => {
    rows += 1;
    return rows > 1 ? Promise.reject(new Error('the process died')) : postgres.transaction(work);
  }) as typeof postgres.transaction;
  await new TellMembers(dying, desk.settings, undefined as never, log).look();
  expect((await Promise.all(ids.map(noticesOf))).flat()).toHaveLength(1);
  await teller.look();
  expect(await Promise.all(ids.map(noticesOf))).toEqual([[text.en], [text.en], [text.en]]);
});

test('A26 members are added and taken out by hand; whoever was taken out is not counted in again', async () => {
  const first = await says('Where is my parcel?');
  const second = await says('Hello there');
  const id = await incidentOf(first);
  const added = await door.add(as(sue), id, { conversationId: second });
  expect(added.memberCount).toBe(2);
  expect((await door.add(as(sue), id, { conversationId: second })).memberCount).toBe(2);
  expect(await signsOf(desk.postgres, second)).toMatchObject([{ kind: 'many-report-it', incidentId: id }]);
  const boosts = async () =>
    (await showConversation(desk.postgres, second)).orderKeyParts.boosts.map((one) => one.because);
  expect(await boosts()).toContain('is-sensitive');
  expect((await door.remove(as(sue), id, second)).memberCount).toBe(1);
  expect(await signsOf(desk.postgres, second)).toEqual([]);
  expect(await boosts()).not.toContain('is-sensitive');
  expect(await no(door.remove(as(sue), id, second))).toBe('not-found');
  const counted = await desk.postgres.transaction((tx) =>
    addMembers(tx, { id, label: 'where-is-my-order', minutes: 30, most: 500 }),
  );
  expect(counted).not.toContain(second);
  expect((await door.add(as(sue), id, { conversationId: second })).memberCount).toBeGreaterThan(1);
  expect(await signsOf(desk.postgres, second)).toHaveLength(1);
  expect(await no(door.add(as(ann), id, { conversationId: second }))).toBe('not-allowed');
});

test('A26 the end may take a last message along, once; what is over takes no members and no second last message', async () => {
  const member = await says('Where is my parcel?');
  const id = await incidentOf(member);
  const over = { en: 'It is solved.', zh: '已解决。' };
  const closed = await door.close(as(sue), id, { text: over });
  expect(closed.closedAt).not.toBeNull();
  await door.close(as(sue), id, { text: over });
  await teller.look();
  expect(await noticesOf(member)).toEqual([over.en]);
  expect(await no(door.add(as(sue), id, { conversationId: member }))).toBe('incident-is-over');
  expect(await no(door.tell(as(sue), await incidentOf(), { text }, 'none'))).toBe('incident-without-members');
});

test('A24 call-back agents and monitors mark too; the supervisor helps from the alert, and has seen it', async () => {
  const id = await says('Hello');
  for (const who of [cal, mo]) {
    const kind = who === cal ? 'may-leave' : 'tends-to-complain';
    await markSensitive(orders, { by: who.id, conversationId: id, does: 'mark-sensitive', sign: { kind } });
  }
  const [sign] = (await listSigns(desk.postgres, sue, true)).filter(({ conversationId }) => conversationId === id);
  const help = (by: StaffV1) =>
    helpWithSign(orders, {
      by: by.id,
      signId: sign!.id as SignId,
      instruction: 'Offer the full refund',
      idempotencyKey: 'h',
    });
  expect(await no(help(ann))).toBe('not-allowed');
  expect(await help(sue)).toMatchObject({ seenBy: sue.id });
  await help(sue);
  const said = await desk.postgres.query(
    `SELECT text, kind, author_id FROM message WHERE conversation_id = $1 AND kind = 'note'`,
    [id],
  );
  expect(said).toEqual([{ text: 'Offer the full refund', kind: 'note', author_id: sue.id }]);
  expect(await repliesOf(id)).toBe(0);
});
