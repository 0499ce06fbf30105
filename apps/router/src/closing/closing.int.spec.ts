/** A34, A36 on a real Postgres: asked, surveyed once on consent, ended by silence, confirmed in plain words, reopened by a no. */
import { type AlarmId, type ConversationId, type MessageReceivedV1, newId } from '@trunkline/contracts';
import { Refusal } from '@trunkline/platform';
import { seeded } from '@trunkline/rules';
import { anAgent, freshDatabase, testPasswords } from '@trunkline/testing';
import { AlarmsConsumer } from '../alarms/alarms.consumer.ts';
import { GiveOrder } from '../desk/give-order.ts';
import { resolve } from '../desk/resolve.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { takeIn } from '../intake/take-in.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { askAnythingElse } from './ask-anything-else.ts';

let desk: DeskOnPostgres;
let orders: GiveOrder;
let alarms: AlarmsConsumer;
const ann = anAgent('ann', { number: '1001', groups: ['service', 'mail'] });

beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  orders = new GiveOrder(desk.postgres, desk.settings);
  alarms = new AlarmsConsumer(desk.postgres, desk.settings);
  const values = [ann.id, JSON.stringify(ann)];
  await desk.postgres.query(`INSERT INTO setting (kind, name, version, body) VALUES ('staff', $1, 1, $2)`, values);
  await desk.settings.refresh();
});
afterAll(() => desk?.close());

let nth = 0;
/** Somebody who is talked to by ann, on a channel of this standard. */
async function talking(standard: 'chat' | 'mail') {
  nth += 1;
  const address = `closing-${nth}`;
  const channel = standard === 'chat' ? { channel: 'webchat', standard, live: true } : {};
  const says = async (text: string, more: Partial<MessageReceivedV1> = {}) => {
    const one = aReceivedMessage({ ...channel, text, ...more, receivedAt: new Date().toISOString() });
    const message = { ...one, from: { ...one.from, address } } as MessageReceivedV1;
    await desk.postgres.transaction((tx) => takeIn(tx, [message], { policy: desk.settings.policy }));
  };
  await says('Where is my parcel?');
  const sql = 'SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = $1';
  const [row] = await desk.postgres.query<{ id: ConversationId }>(sql, [address]);
  const { id } = row!;
  await desk.postgres.query(`UPDATE conversation SET state = 'assigned', agent_id = $2 WHERE id = $1`, [id, ann.id]);
  const order = { by: ann.id, conversationId: id, does: 'resolve' } as const;
  const said = async () => {
    const rows = await desk.postgres.query<{ body: string }>(
      `SELECT body FROM outbox WHERE key = $1 AND type = 'reply.written' ORDER BY id`,
      [id],
    );
    return rows.map(({ body }) => JSON.parse(body) as { text: string; choices?: { code: string }[] });
  };
  const facts = async (type: string) => {
    const rows = await desk.postgres.query<{ body: string }>(
      'SELECT body FROM outbox WHERE key = $1 AND type = $2 ORDER BY id',
      [id, type],
    );
    return rows.map(({ body }) => JSON.parse(body));
  };
  const show = () => showConversation(desk.postgres, id);
  const rings = async () => {
    const last = (await facts('alarm.set')).at(-1) as { alarmId: AlarmId; alarmVersion: number; dueAt: string };
    const data = { ...last, conversationId: id, kind: 'live-end', aboutId: id };
    await alarms.hear([{ id: newId(), type: 'alarm.rang', at: last.dueAt, data } as never]);
  };
  return {
    id,
    says,
    ask: () => askAnythingElse(orders, order),
    solve: () => resolve(orders, order),
    said,
    facts,
    show,
    rings,
  };
}

test('A34 nothing else, agreed, answered: one survey, the closing text, solved; a second score changes nothing', async () => {
  const one = await talking('chat');
  await one.ask();
  await one.says('没有了，谢谢');
  await one.says('可以');
  await one.says('4');
  expect(await one.show()).toMatchObject({
    state: 'solved',
    closing: { wantsMore: false, survey: 'answered', score: 4 },
  });
  expect((await one.said()).map(({ choices }) => choices?.length ?? 0)).toEqual([2, 2, 5, 0]);
  expect(await one.facts('conversation.rated')).toMatchObject([{ score: 4, comment: false }]);
  await one.says('5');
  expect(await one.facts('conversation.rated')).toHaveLength(1);
});

test('A34 declined: the closing text and no survey; the desk does not end first, two minutes of silence do', async () => {
  const one = await talking('chat');
  await one.ask();
  await one.says('No, that is all');
  await one.says('no thanks');
  expect(await one.show()).toMatchObject({ state: 'assigned', closing: { survey: 'declined', score: null } });
  expect((await one.said()).at(-1)!.text).toMatch(/Goodbye|再会/);
  await desk.postgres.query(`UPDATE conversation SET last_customer_at = now() - interval '3 minutes' WHERE id = $1`, [
    one.id,
  ]);
  await one.rings();
  expect(await one.show()).toMatchObject({ state: 'solved' });
  expect(await one.facts('conversation.solved')).toMatchObject([{ because: 'ended-by-silence' }]);
});

test('A34 who writes on after all is not ended', async () => {
  const one = await talking('chat');
  await one.ask();
  await one.says('no');
  await desk.postgres.query(`UPDATE conversation SET last_customer_at = now() + interval '10 s' WHERE id = $1`, [
    one.id,
  ]);
  await one.rings();
  expect((await one.show()).state).not.toBe('solved');
});

test('A34 a survey agreed to and not answered holds nobody: silence ends it', async () => {
  const one = await talking('chat');
  await one.ask();
  await one.says('no');
  await one.says('sure');
  expect(await one.facts('alarm.set')).toHaveLength(2);
  await desk.postgres.query(`UPDATE conversation SET last_customer_at = now() - interval '3 minutes' WHERE id = $1`, [
    one.id,
  ]);
  await one.rings();
  expect(await one.show()).toMatchObject({ state: 'solved', closing: { survey: 'agreed', score: null } });
});

test('A34 who wanted nothing more and asks again wants more; thanks alone want nothing', async () => {
  const one = await talking('chat');
  await one.ask();
  await one.says('No, that is all');
  await one.says('Thank you!');
  expect((await one.show()).closing).toMatchObject({ wantsMore: false, survey: 'offered' });
  await one.says('Wait, why was I charged twice?');
  expect((await one.show()).closing).toMatchObject({ wantsMore: true, survey: null });
  await one.says('yes');
  expect(await one.said()).toHaveLength(2); // the offer is off: a yes agrees to nothing
  await one.ask();
  await one.says('no');
  expect((await one.show()).closing).toMatchObject({ wantsMore: false, survey: 'offered' });
});

test('A34 something else: it goes on with the agent, and no survey is offered', async () => {
  const one = await talking('chat');
  await one.ask();
  await one.says('Yes, one more thing');
  expect(await one.show()).toMatchObject({ state: 'assigned', closing: { wantsMore: true, survey: null } });
  expect(await one.said()).toHaveLength(1);
});

test('A34 by mail a declined survey solves it at once', async () => {
  const one = await talking('mail');
  await one.ask();
  await one.says('nothing else, thanks');
  await one.says('no thanks');
  expect(await one.show()).toMatchObject({ state: 'solved' });
});

test('A34 a poor score opens a further step, and the matter counts as unsatisfied', async () => {
  const one = await talking('chat');
  await one.ask();
  await one.says('no');
  await one.says('ok');
  await one.says('1，一直没人回复');
  expect(await one.show()).toMatchObject({ closing: { score: 1, comment: '一直没人回复' } });
  const rows = await desk.postgres.query('SELECT satisfied, score FROM outcome WHERE conversation_id = $1', [one.id]);
  expect(rows).toEqual([{ satisfied: false, score: 1 }]);
});

test.each(['解决了', 'Solved, thanks', '好了，谢谢'])('A36 “%s” confirms, and it is closed', async (text) => {
  const one = await talking('mail');
  await one.solve();
  await one.says(text);
  expect((await one.show()).state).toBe('closed');
  expect(await one.facts('conversation.closed')).toMatchObject([{ because: 'confirmed-by-customer' }]);
  expect(await one.facts('conversation.reopened')).toEqual([]);
});

test.each(['还是不行', 'No, it still does not work'])('A36 “%s” opens it again, unsatisfied', async (text) => {
  const one = await talking('mail');
  await one.solve();
  await one.says(text);
  expect((await one.show()).state).toBe('waiting');
  const rows = await desk.postgres.query('SELECT satisfied FROM outcome WHERE conversation_id = $1', [one.id]);
  expect(rows).toEqual([{ satisfied: false }]);
});

test('A36 thanks alone leave it solved; with a ticket at work the word that it is solved closes nothing', async () => {
  const [polite, atWork] = [await talking('mail'), await talking('mail')];
  await polite.solve();
  await polite.says('Thank you!');
  expect((await polite.show()).state).toBe('solved');
  const ticket = {
    kind: 'incident',
    severity: 'normal',
    subject: 'x',
    ownerId: null,
    department: null,
    complaint: null,
    tellCustomer: false,
  };
  const order = { by: ann.id, conversationId: atWork.id, does: 'open-ticket' } as const;
  await openTicket(orders, { ...order, ticket: ticket as never, idempotencyKey: null });
  await atWork.solve();
  await atWork.says('solved');
  expect((await atWork.show()).state).toBe('solved');
});

test('A34 reopened and solved again is another resolution, with a survey of its own', async () => {
  const one = await talking('chat');
  await one.ask();
  await one.says('no');
  await one.says('yes');
  await one.says('3');
  await one.says('it still does not work');
  await desk.postgres.query(`UPDATE conversation SET state = 'assigned', agent_id = $2 WHERE id = $1`, [
    one.id,
    ann.id,
  ]);
  await one.ask();
  await one.says('no');
  await one.says('yes');
  await one.says('5');
  expect((await one.facts('conversation.rated')).map(({ score }) => score)).toEqual([3, 5]);
});

test('A36 asked by buttons where the policy says so: a yes confirms it, a no opens it again', async () => {
  const { policy } = desk.settings;
  desk.settings.policy = { ...policy, closing: { ...policy.closing, confirmOn: ['mail'] } };
  try {
    const [one, other] = [await talking('mail'), await talking('mail')];
    await one.solve();
    expect((await one.said()).at(-1)).toMatchObject({ choices: [{ code: 'yes' }, { code: 'no' }] });
    await one.says('Yes', { chosen: 'yes' });
    expect(await one.show()).toMatchObject({ state: 'closed' });
    expect(await one.facts('conversation.closed')).toMatchObject([{ because: 'confirmed-by-customer' }]);
    await other.solve();
    await other.says('No', { chosen: 'no' });
    expect((await other.show()).state).not.toBe('solved');
    expect(await other.facts('conversation.reopened')).toHaveLength(1);
  } finally {
    desk.settings.policy = policy;
  }
});

test('A34 no survey twice a resolution, and no two scores, in 150 random histories', async () => {
  const seed = 20261125;
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const words = [
    'No, thanks',
    'Yes',
    '没有了',
    '可以',
    '5',
    '1',
    '还是不行',
    'solved',
    'One more thing',
    '好的',
    '不用了',
  ];
  let [offered, reopened] = [0, 0];
  for (let history = 0; history < 150; history += 1) {
    const one = await talking(pick(['chat', 'mail']));
    const known = (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    };
    for (let step = 0; step < 10; step += 1) {
      const act = pick(['ask', 'says', 'says', 'says', 'solve', 'rings'] as const);
      if (act === 'says') await one.says(pick(words));
      else if (act === 'rings') (await one.facts('alarm.set')).length > 0 && (await one.rings());
      else await one[act]().catch(known);
    }
    const rows = await desk.postgres.query<{ type: string; body: string }>(
      'SELECT type, body FROM outbox WHERE key = $1 ORDER BY id',
      [one.id],
    );
    let [offers, questions, scores] = [0, 0, 0];
    for (const { type, body } of rows) {
      if (type === 'conversation.reopened') [offers, questions, scores, reopened] = [0, 0, 0, reopened + 1];
      const { text = '' } = JSON.parse(body) as { text?: string };
      if (type === 'reply.written' && /short question|满意度调查/.test(text))
        [offers, offered] = [offers + 1, offered + 1];
      if (type === 'reply.written' && /5 is very|打分/.test(text)) questions += 1;
      if (type === 'conversation.rated') scores += 1;
      expect([seed, history, offers <= 1, questions <= 1, scores <= 1]).toEqual([seed, history, true, true, true]);
    }
  }
  expect([seed, offered > 30, reopened > 30]).toEqual([seed, true, true]);
}, 120_000);
