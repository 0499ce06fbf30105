/** Telegram without a network: whose requests are Telegram's, what is in them, files, and what becomes of a word. */
import { newId } from '@trunkline/contracts';
import { readConfig } from '@trunkline/platform';
import type { Desk, ReceivedMessage, Word } from '../channel.ts';
import { type Answering, givenProvider } from '../provider-for-specs.ts';
import { readTelegramConfig, sampleSettings, type TelegramConfig, variables } from './config.ts';
import { fetchFiles } from './fetch-files.ts';
import { openRequest } from './open-request.ts';
import { receive } from './receive.ts';
import { send } from './send.ts';

const config = readTelegramConfig(readConfig(variables, sampleSettings)) as TelegramConfig;
const message = {
  message_id: 11,
  date: 1_700_000_000,
  chat: { id: 4711, type: 'private' },
  from: { first_name: 'Alice' },
  text: 'Hi',
};
const post = (update: unknown, secret = 'sample-word-of-the-bot') => ({
  method: 'POST',
  url: 'https://desk.test/hooks/telegram',
  headers: { 'x-telegram-bot-api-secret-token': secret },
  body: Buffer.from(typeof update === 'string' ? update : JSON.stringify(update)),
});
const itemsOf = (update: unknown) => {
  const opened = openRequest(post(update), config);
  if (opened.kind !== 'opened') throw new Error(opened.detail);
  return opened.items;
};

test('a message is one item, under the chat’s and its own number', () => {
  expect(itemsOf({ update_id: 1, message })).toMatchObject([{ account: '123456', key: '4711:11' }]);
});

test.each([
  ['a group', { update_id: 1, message: { ...message, chat: { id: -5, type: 'group' } } }],
  ['another bot', { update_id: 1, message: { ...message, from: { is_bot: true } } }],
  ['a poll', { update_id: 1, poll: {} }],
])('%s is no message to the desk', (_what, update) => {
  expect(itemsOf(update)).toEqual([]);
});

test('a message that cannot be read, and bytes that are no update, are kept for a person', () => {
  expect(itemsOf({ update_id: 7, message: { message_id: 'x' } })).toMatchObject([{ key: 'update:7' }]);
  expect(itemsOf('{"update')).toHaveLength(1);
});

test.each(['', 'another-word-of-the-bot', 'sample-word-of-the-bo', 'SAMPLE-WORD-OF-THE-BOT'])(
  'V10 the word “%s” is refused',
  (word) => {
    expect(openRequest(post({ update_id: 1, message }, word), config)).toMatchObject({ kind: 'refused' });
  },
);

describe('at a provider that answers as it is told', () => {
  let provider: Awaited<ReturnType<typeof givenProvider>>;
  let answer: (path: string) => Answering = () => ({ status: 200, body: { ok: true, result: true } });
  let desk: Desk<TelegramConfig>;
  beforeAll(async () => {
    provider = await givenProvider(({ path }) => answer(path));
    desk = { config: { ...config, api: provider.url, publicUrl: 'https://desk.test' } } as Desk<TelegramConfig>;
  });
  afterAll(() => provider.close());

  const word = (text: string) =>
    ({
      messageId: newId(),
      text,
      to: { address: '4711', name: null },
      thread: { key: '', references: ['11'] },
    }) as unknown as Word;

  test.each<[string, number, object, object]>([
    ['taken', 200, { ok: true, result: { message_id: 12 } }, { kind: 'sent', reference: '12' }],
    [
      'blocked by the customer',
      403,
      { ok: false, description: 'Forbidden: bot was blocked by the user' },
      { kind: 'failed', because: 'address-refused' },
    ],
    [
      'to a chat that is gone',
      400,
      { ok: false, description: 'Bad Request: chat not found' },
      { kind: 'failed', because: 'address-refused' },
    ],
    ['too fast', 429, { ok: false, parameters: { retry_after: 3 } }, { kind: 'retry', because: 'provider-away' }],
    ['half broken', 502, {}, { kind: 'unknown' }],
  ])('a word is %s', async (_what, status, body, expected) => {
    answer = () => ({ status, body });
    expect(await send(word('好的'), desk)).toMatchObject(expected);
  });

  test('a long word goes in parts; where the second is refused, nobody sends the whole again', async () => {
    provider.asked.length = 0;
    answer = () =>
      provider.asked.length === 1
        ? { status: 200, body: { ok: true, result: { message_id: 1 } } }
        : { status: 429, body: {} };
    expect(await send(word('w '.repeat(4_000)), desk)).toMatchObject({ kind: 'unknown' });
    expect(provider.asked).toHaveLength(2);
  });

  test('a picture is asked for by its id and kept by what its bytes are', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    answer = (path) =>
      path.includes('/getFile')
        ? { status: 200, body: { ok: true, result: { file_path: 'photos/a.jpg' } } }
        : { status: 200, body: png };
    const raw = Buffer.from(JSON.stringify({ ...message, photo: [{ file_id: 'small' }, { file_id: 'large' }] }));
    expect(await fetchFiles({ raw } as ReceivedMessage, desk)).toMatchObject([
      { name: 'a.jpg', type: 'image/png', bytes: png.length },
    ]);
  });

  test('a path that leads elsewhere is not followed', async () => {
    answer = () => ({ status: 200, body: { ok: true, result: { file_path: '../../etc/passwd' } } });
    const raw = Buffer.from(JSON.stringify({ ...message, document: { file_id: 'x' } }));
    expect(await fetchFiles({ raw } as ReceivedMessage, desk)).toEqual([]);
  });

  test('the bot is told at the start where it is reached, and by which word', async () => {
    provider.asked.length = 0;
    answer = () => ({ status: 200, body: { ok: true } });
    const receiving = await receive(desk);
    while (provider.asked.length === 0) await new Promise((next) => setTimeout(next, 5));
    expect(JSON.parse(provider.asked[0]!.body)).toEqual({
      url: 'https://desk.test/hooks/telegram',
      secret_token: 'sample-word-of-the-bot',
      allowed_updates: ['message', 'edited_message', 'callback_query'],
    });
    await receiving.stop();
  });
});
