/** Questions over real rows: the first clear answer takes them, once, and what is none leaves them open. */
import type { ConversationId, MessageReceivedV1 } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { type DeskOnPostgres, openDesk } from '../dispatch/desk-for-specs.ts';
import { aReceivedMessage } from '../intake/a-received-message.ts';
import { holdConversations } from '../intake/conversations.store.ts';
import { takeIn } from '../intake/take-in.ts';
import { askCustomer } from './ask-customer.ts';
import { onAnswered } from './on-answered.ts';
import { questionsTo } from './questions.store.ts';

let desk: DeskOnPostgres;
const before = onAnswered.survey;
/** What the room of this kind was told. */
const heard: string[] = [];
beforeAll(async () => {
  desk = await openDesk(await freshDatabase(), testPasswords);
  onAnswered.survey = async (_tx, { answer, held, question }) => {
    heard.push(`${held.id} ${answer.kind === 'score' ? answer.score : answer.kind} ${question.aboutId === held.id}`);
  };
});
afterAll(() => {
  if (before) onAnswered.survey = before;
  else delete onAnswered.survey;
  return desk?.close();
});

const takes = (...messages: MessageReceivedV1[]) =>
  desk.postgres.transaction((tx) => takeIn(tx, messages, { policy: desk.settings.policy }));
let nth = 0;
async function asked() {
  nth += 1;
  const address = `asked-${nth}`;
  const says = (text: string, more: Partial<MessageReceivedV1> = {}) => {
    const one = aReceivedMessage({ text, ...more });
    return { ...one, from: { ...one.from, address } };
  };
  await takes(says('Where is my parcel?'));
  const [row] = await desk.postgres.query<{ id: ConversationId }>(
    'SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id WHERE a.address = $1',
    [address],
  );
  const { id } = row!;
  const choices = [1, 2, 3, 4, 5].map((score) => ({ code: `score-${score}`, label: String(score) }));
  await desk.postgres.transaction(async (tx) => {
    const held = (await holdConversations(tx, [id])).get(id)!;
    held.version += 1;
    const words = { text: 'How was it, 1 to 5?', choices, spokenBy: 'desk', author: null } as const;
    await askCustomer(tx, held, { kind: 'survey', aboutId: id, ...words });
  });
  const isOpen = async () => (await desk.postgres.transaction((tx) => questionsTo(tx, [id]))).size === 1;
  return { id, says, isOpen, heard: () => heard.filter((line) => line.startsWith(id)) };
}

test('the question goes out with its buttons, and the number that comes back takes it once', async () => {
  const one = await asked();
  const [out] = await desk.postgres.query<{ body: string }>(
    `SELECT body FROM outbox WHERE key = $1 AND type = 'reply.written'`,
    [one.id],
  );
  expect(JSON.parse(out!.body)).toMatchObject({ kind: 'survey', choices: [{ code: 'score-1' }, {}, {}, {}, {}] });
  const answer = one.says('4');
  await takes(answer, one.says('2'));
  await takes(answer);
  expect(one.heard()).toEqual([`${one.id} 4 true`]);
  expect(await one.isOpen()).toBe(false);
});

test('what is no answer leaves it open; the button pressed later counts', async () => {
  const one = await asked();
  await takes(one.says('My order is 12345'));
  expect([one.heard(), await one.isOpen()]).toEqual([[], true]);
  await takes(one.says('★★', { chosen: 'score-2' }));
  expect(one.heard()).toEqual([`${one.id} 2 true`]);
});

test('a machine answers nothing', async () => {
  const one = await asked();
  await takes(one.says('5', { automatic: 'auto-replied' }));
  expect([one.heard(), await one.isOpen()]).toEqual([[], true]);
});
