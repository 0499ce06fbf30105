/** A45: six roles ask every route, in their own group and in another: each hears what `docs/rights.md` promises. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Role } from '@trunkline/contracts';
import { Visitor } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

type Right = 'yes' | 'group' | 'no';
const page = readFileSync(new URL('../docs/rights.md', import.meta.url), 'utf8');
const rows = page.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  return line.startsWith('|') ? [cells.slice(1, -1)] : [];
});
const roles = rows[0]!.slice(2) as Role[];
const routes = rows.slice(2).map(([line, act, ...cells]) => ({
  line: line!.replaceAll('`', ''),
  act: act!,
  rights: Object.fromEntries(roles.map((role, at) => [role, cells[at]])) as Record<Role, Right>,
}));
const asked = routes.filter(({ act, line }) => act !== 'open' && line !== 'delete /sessions/current');

let house: House;
let administrator: Desk;
let visitor: Visitor;
const people = new Map<string, Desk>();
const ids = { conversation: '', receipt: '', ticket: '', customer: '' };
const groups = { own: 'service', other: 'payments' };

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  for (const role of roles) {
    for (const [where, group] of Object.entries(groups)) {
      people.set(`${role} ${where}`, await hire(house, administrator, { groups: [group], role, departments: [where] }));
    }
  }
  const mark = `#rights-${randomUUID().slice(0, 8)}#`;
  visitor = await new Visitor(house.run.channels).arrive();
  await visitor.say(`Hello, what does this button do? ${mark}`);
  const found = async () => (await administrator.list(`?q=${encodeURIComponent(mark)}`))[0];
  const row = await eventually(found, { what: 'the conversation' });
  const [message] = await administrator.messages(row.id);
  const body = { kind: 'incident', subject: 'Its button', tellCustomer: false };
  const ticket = await administrator.ask<{ id: string }>(`/conversations/${row.id}/tickets`, { method: 'POST', body });
  // the desk names no departments: it is asked by hand, and a member of it sees the ticket
  const handed = { department: 'own', note: 'What does it do?' };
  await administrator.ask(`/tickets/${ticket.id}/hand-over`, { method: 'POST', body: handed });
  Object.assign(ids, {
    conversation: row.id,
    receipt: message!.receiptId,
    ticket: ticket.id,
    customer: row.customer.id,
  });
  expect(row.queue).toBe(groups.own);
}, 180_000);
afterAll(async () => {
  visitor?.socket.disconnect();
  await house?.stop();
}, 60_000);

const fill = (path: string): string =>
  path
    .replace('/conversations/{id}', `/conversations/${ids.conversation}`)
    .replace('/receipts/{id}', `/receipts/${ids.receipt}`)
    .replace('/tickets/{id}', `/tickets/${ids.ticket}`)
    .replace('/customers/{id}', `/customers/${ids.customer}`)
    .replace('{sha256}', 'a'.repeat(64))
    .replace('{version}', '1')
    .replace('{queue}/{date}', 'service/2027-01-04')
    .replace(/\{code\}/, 'nobody')
    .replace(/\{\w+\}/g, () => randomUUID());

async function ask(line: string, desk: Desk): Promise<number> {
  const [method, path] = line.split(' ') as [string, string];
  const query = line === 'get /conversations/{id}/transfer' ? '?queue=payments' : '';
  const hasBody = method !== 'get' && method !== 'delete';
  const answer = await fetch(`${house.run.api}/v1${fill(path)}${query}`, {
    method: method.toUpperCase(),
    headers: { authorization: `Bearer ${desk.token}`, ...(hasBody ? { 'content-type': 'application/json' } : {}) },
    ...(hasBody ? { body: '{}' } : {}),
  });
  await answer.arrayBuffer();
  return answer.status;
}

test('the page names six roles and every right in them', () => {
  expect(roles).toHaveLength(6);
  const words = new Set(routes.flatMap(({ rights }) => Object.values(rights)));
  expect([...words].sort()).toEqual(['group', 'no', 'yes']);
});

test.each(roles)(
  'A45 what the page denies a %s is refused on every route',
  async (role) => {
    const denied = asked.filter(({ rights }) => rights[role] === 'no').map(({ line }) => line);
    const told: string[] = [];
    for (const line of denied) {
      const status = await ask(line, people.get(`${role} own`)!);
      if (status !== 403) told.push(`${line}: ${status}`);
    }
    expect(told).toEqual([]);
  },
  60_000,
);

test.each(roles)(
  'A45 what the page grants a %s can be read in the own group, and not in another',
  async (role) => {
    const told: string[] = [];
    for (const { line, rights } of asked.filter(({ line }) => line.startsWith('get '))) {
      if (rights[role] === 'no') continue;
      const own = await ask(line, people.get(`${role} own`)!);
      if (own === 401 || own === 403 || own >= 500) told.push(`own: ${line}: ${own}`);
      const isOfThis = /\/(conversations|receipts|tickets|customers)\/\{id\}/.test(line);
      if (isOfThis && own !== 200 && !line.endsWith('/visitor')) told.push(`own: ${line}: ${own}`);
      if (rights[role] !== 'group' || !isOfThis) continue;
      const other = await ask(line, people.get(`${role} other`)!);
      // what one may not see is not there; what is an order is refused
      if (other !== 404 && other !== 403) told.push(`other: ${line}: ${other}`);
    }
    expect(told).toEqual([]);
  },
  60_000,
);
