/** Journey: somebody asks in the support channel of a workspace; the answer from the console stands in their thread. */
import { randomUUID } from 'node:crypto';
import { openBrowser } from './browser.ts';
import { type Desk, hire, password, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let agent: Desk;
const mark = randomUUID().slice(0, 8);

type Said = { ok: boolean; ts: string; messages: { ts: string; text: string; thread_ts?: string }[] };

async function slack(who: string, method: string, asked: Record<string, string>): Promise<Said> {
  const { api, customers } = house.run.slack!;
  const answer = await fetch(`${api}/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${customers[who]}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: house.run.slack!.channel, ...asked }),
  });
  const said = (await answer.json()) as Said;
  if (!said.ok) throw new Error(`${method}: ${JSON.stringify(said)}`);
  return said;
}
const thread = async (ts: string) => (await slack('alice', 'conversations.replies', { ts })).messages.slice(1);
const found = (part: string) =>
  eventually(async () => (await agent.list()).find(({ lastWords }) => lastWords.includes(part)), {
    what: `“${part}” at the desk`,
    withinMs: 30_000,
  });

beforeAll(async () => {
  house = await startHouse({ slack: true });
  const administrator = await signInAsAdministrator(house);
  agent = await hire(house, administrator, { name: 'Sam Thread', capacity: 20 });
  await agent.comeOnline();
}, 180_000);
afterAll(() => house?.stop(), 60_000);

test('a question in the support channel is answered from the console, in its own thread, once', async () => {
  const { ts } = await slack('alice', 'chat.postMessage', { text: `My parcel ${mark} is lost 📦 在哪里？` });
  await slack('bob', 'chat.postMessage', { text: `And where is mine ${mark}?` });
  const [row, other] = [await found(`My parcel ${mark}`), await found(`where is mine ${mark}`)];
  expect(row).toMatchObject({ standard: 'social', lastWords: expect.stringContaining('📦 在哪里？') });
  expect(row.customer.name).toContain('Alice');
  expect(other.id).not.toBe(row.id);
  await eventually(async () => (await agent.show(row.id)).agentId === agent.person.id, { what: 'the offer' }).catch(
    () => agent.order(row.id, 'accept'),
  );
  if ((await agent.show(row.id)).state === 'offered') await agent.order(row.id, 'accept');

  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(house.run.console);
  await page.getByLabel(/e-mail/i).fill(agent.person.email);
  await page.getByRole('textbox', { name: /password/i }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/inbox/);
  await page.goto(new URL(`/inbox/mine/${row.id}`, house.run.console).href);
  await page.getByTestId('composer-text').fill(`We found it: it comes tomorrow. ${mark}`);
  await page.getByTestId('composer-send').click();
  await eventually(async () => (await thread(ts)).some(({ text }) => text.includes('it comes tomorrow')), {
    what: 'the answer in the thread',
    withinMs: 30_000,
  });
  await browser.close();

  await slack('alice', 'chat.postMessage', { text: `Thank you ${mark}!`, thread_ts: ts });
  await eventually(
    async () =>
      (await agent.messages(row.id)).some(({ from, text }) => from === 'customer' && text.includes('Thank you')),
    { what: 'her thanks in the same conversation', withinMs: 30_000 },
  );
  expect((await thread(ts)).filter(({ text }) => text.includes('it comes tomorrow'))).toHaveLength(1);
  // our own words are no customer's
  const ours = (await agent.list('?state=bot,waiting,offered,assigned,with-customer,solved')).filter(
    ({ lastFrom, lastWords }) => lastFrom === 'customer' && lastWords.includes('it comes tomorrow'),
  );
  expect(ours).toEqual([]);
}, 120_000);
