/** V7: every route of the staff's API, asked by nobody, by an agent and by a supervisor of another group. */
import { randomUUID } from 'node:crypto';
import { v1Routes } from '@trunkline/contracts';
import { Visitor } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

let house: House;
let administrator: Desk;
let agent: Desk;
let supervisor: Desk;
let visitor: Visitor;
const mark = `#v7-${randomUUID().slice(0, 8)}#`;
const ids = { customer: '', conversation: '', message: '', receipt: '', staff: '', ticket: '', version: 0 };

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  const insider = await hire(house, administrator, { groups: ['service'] });
  agent = await hire(house, administrator, { groups: ['complaints'] });
  supervisor = await hire(house, administrator, { groups: ['complaints'], role: 'supervisor' });
  visitor = await new Visitor(house.run.channels).arrive();
  await visitor.say(`Hello, what does this button do? ${mark}`);
  const row = await eventually(async () => (await administrator.list(`?q=${encodeURIComponent(mark)}`))[0], {
    what: 'the conversation',
  });
  const [message] = await administrator.messages(row.id);
  Object.assign(ids, {
    conversation: row.id,
    message: message!.id,
    receipt: message!.receiptId,
    staff: insider.person.id,
    customer: row.customer.id,
  });
  const ticket = { kind: 'incident', subject: `Its button ${mark}`, tellCustomer: false };
  ids.ticket = (
    await administrator.ask<{ id: string }>(`/conversations/${row.id}/tickets`, { method: 'POST', body: ticket })
  ).id;
  ids.version = (await administrator.show(row.id)).version;
}, 180_000);
afterAll(async () => {
  visitor?.socket.disconnect();
  await house?.stop();
}, 60_000);

/** What each is told: nobody, the agent, the supervisor. A list is theirs to ask for, and holds nothing of others. */
const no = [401, 404, 404];
const noOrder = [401, 403, 403];
const list = [401, 200, 200];
const expected: Record<string, number[]> = {
  'post /sessions': [400, 400, 400],
  'post /set-up': [400, 400, 400],
  'post /set-up/password': [400, 400, 400],
  'delete /sessions/current': [401, 204, 204],
  'get /me': list,
  'put /me/presence': [401, 400, 400],
  'get /conversations': list,
  'get /conversations/{id}': no,
  'get /conversations/{id}/messages': no,
  'post /conversations/{id}/messages': noOrder,
  'post /conversations/{id}/messages/{messageId}/send-again': noOrder,
  'post /conversations/{id}/messages/{messageId}/arrived': noOrder,
  'post /conversations/{id}/accept': noOrder,
  'post /conversations/{id}/decline': noOrder,
  'post /conversations/{id}/transfer': noOrder,
  'get /conversations/{id}/transfer': noOrder,
  'delete /conversations/{id}/transfer': noOrder,
  'get /directives': list,
  'post /directives': noOrder,
  'delete /directives/{id}': [401, 403, 404],
  'post /conversations/{id}/take-over': noOrder,
  'post /conversations/{id}/resolve': noOrder,
  'post /conversations/{id}/close': noOrder,
  'post /conversations/{id}/reopen': noOrder,
  'post /conversations/{id}/anything-else': noOrder,
  'post /conversations/{id}/wrap-up': noOrder,
  'put /conversations/{id}/wrap-up': noOrder,
  'post /conversations/{id}/wrap-up/done': noOrder,
  'get /archive': list,
  'post /conversations/{id}/label': noOrder,
  'get /conversations/{id}/signs': no,
  'post /conversations/{id}/signs': noOrder,
  'delete /conversations/{id}/signs/{signId}': noOrder,
  'post /conversations/{id}/outcome': noOrder,
  'get /conversations/{id}/same-matter': no,
  'post /conversations/{id}/same-matter': noOrder,
  'get /conversations/{id}/tickets': no,
  'post /conversations/{id}/tickets': noOrder,
  'post /conversations/{id}/escalate': noOrder,
  'get /conversations/{id}/submissions': no,
  'post /conversations/{id}/submissions': noOrder,
  'post /conversations/{id}/end-unsatisfied': noOrder,
  'get /submissions': [401, 403, 200],
  'post /submissions/{id}/result': no,
  'post /submissions/{id}/delivery': [401, 403, 404],
  'post /submissions/{id}/told': no,
  'post /submissions/{id}/heard': no,
  'get /conversations/{id}/verification': no,
  'get /conversations/{id}/visitor': no,
  'post /conversations/{id}/verification': noOrder,
  'post /conversations/{id}/verification/try': noOrder,
  'post /conversations/{id}/verification/vouch': noOrder,
  'post /conversations/{id}/split': noOrder,
  'post /conversations/{id}/merge': noOrder,
  'get /customers': list,
  'get /customers/{id}': no,
  'patch /customers/{id}': no,
  'get /customers/{id}/timeline': no,
  'get /customers/{id}/links': no,
  'post /customers/{id}/links': no,
  'post /links/{id}/join': no,
  'post /links/{id}/refuse': no,
  'post /links/{id}/undo': no,
  'post /conversations/{id}/read': noOrder,
  'post /conversations/{id}/typing': no,
  'get /conversations/{id}/explain': no,
  'get /conversations/{id}/deadlines': no,
  'get /receipts/{id}': no,
  'get /receipts/{id}/raw': no,
  'post /attachments': [401, 201, 201],
  'get /attachments/{sha256}': no,
  'get /channels': list,
  'get /queues': list,
  'get /agents': list,
  'get /colleagues': list,
  'get /consults': [401, 403, 200],
  'post /conversations/{id}/consults': noOrder,
  'post /consults/{id}/answer': [401, 403, 404],
  'post /consults/{id}/seen': [401, 403, 404],
  'get /tickets': list,
  'get /tickets/{id}': no,
  'patch /tickets/{id}': no,
  'get /conversations/{id}/guides': noOrder,
  'put /conversations/{id}/trees/{tree}': noOrder,
  'post /conversations/{id}/macros/{macro}': noOrder,
  'post /conversations/{id}/form/ask': noOrder,
  'put /conversations/{id}/form': noOrder,
  'post /tickets/{id}/complaint-steps': no,
  'post /tickets/{id}/earlier': no,
  'post /tickets/{id}/hand-over': no,
  'post /tickets/{id}/answer': no,
  'get /tickets/{id}/ties': no,
  'post /tickets/{id}/ties': no,
  'delete /tickets/{id}/ties/{other}': no,
  'post /tickets/{id}/merge': no,
  'post /tickets/{id}/split': no,
  'get /follow-ups': list,
  'post /follow-ups/{id}/result': no,
  'post /calls': [401, 400, 400],
  'get /conversations/{id}/calls': no,
  'post /conversations/{id}/calls/{callId}/moved': noOrder,
  'get /call-backs': list,
  'post /conversations/{id}/call-backs': noOrder,
  'post /call-backs/{id}/take': no,
  'post /call-backs/{id}/give-back': no,
  'post /call-backs/{id}/move': no,
  'post /call-backs/{id}/withdraw': no,
  'post /call-backs/{id}/attempts': no,
  'get /escalations': [401, 403, 200],
  'post /escalations/{id}/seen': [401, 403, 404],
  'post /escalations/{id}/acknowledge': [401, 403, 404],
  'get /signs': [401, 403, 200],
  'post /signs/{id}/seen': [401, 403, 404],
  'get /incidents': [401, 403, 200],
  'post /signs/{id}/help': [401, 403, 404],
  'post /incidents/{id}/close': [401, 403, 404],
  'post /incidents/{id}/members': [401, 403, 404],
  'delete /incidents/{id}/members/{conversationId}': [401, 403, 404],
  'get /incidents/{id}/messages': [401, 403, 404],
  'post /incidents/{id}/message': [401, 403, 404],
  'get /corrections': [401, 403, 200],
  'post /corrections/{id}/approve': [401, 403, 404],
  'post /corrections/{id}/reject': [401, 403, 404],
  'get /classifier': [401, 403, 200],
  'post /classifier/fit': [401, 403, 409],
  'post /classify/try': list,
  'get /parked': [401, 403, 200],
  'post /parked/{id}/retry': [401, 403, 404],
  'post /selftest/channels/{name}': noOrder,
  'post /selftest/conversations/{id}/answer': noOrder,
  'post /selftest/conversations/{id}/finish': noOrder,
  'get /books': [401, 403, 403],
  'get /staff': [401, 403, 200],
  'post /staff': noOrder,
  'patch /staff/{id}': noOrder,
  'post /staff/{id}/set-up-link': noOrder,
  'get /policies': list,
  'get /policies/current': list,
  'get /policies/{version}': list,
  'post /policies': noOrder,
  'post /policies/lint': noOrder,
  'post /policies/compare': list,
  'post /policies/dry-run': [401, 403, 400],
  'get /policies/dry-runs/{id}': [401, 403, 404],
  'get /routing-log': [401, 403, 400],
  'get /roster': [401, 400, 400],
  'put /roster/{queue}/{date}': noOrder,
  'post /roster/import': [401, 403, 200],
  'get /roster/export': [401, 400, 400],
  'get /duty': list,
  'get /notify/targets': [401, 403, 200],
  'post /notify/targets': noOrder,
  'put /notify/targets/{code}': noOrder,
  'delete /notify/targets/{code}': noOrder,
  'post /notify/targets/{code}/test': noOrder,
  'get /notify/notifications': [401, 403, 200],
  'post /notify/notifications/{id}/send-again': [401, 403, 404],
  'get /holidays': [401, 403, 200],
  'get /deadlines': [401, 403, 200],
  'get /reports/limits': [401, 403, 400],
  'post /limits/probe': [401, 403, 200],
  'post /holidays/import': [401, 403, 422],
};

const bodies: Record<string, unknown> = {
  'post /conversations/{id}/messages': { text: 'mine now', kind: 'note' },
  'post /conversations/{id}/decline': {},
  'post /conversations/{id}/transfer': { to: { queue: 'complaints' } },
  'post /directives': { queue: 'service', text: { en: 'Later.', zh: '稍后。' }, untilAt: '2099-01-01T00:00:00Z' },
  'post /conversations/{id}/label': { label: 'praise' },
  'post /conversations/{id}/signs': { kind: 'may-leave' },
  'delete /conversations/{id}/signs/{signId}': { reason: 'not so' },
  'post /conversations/{id}/outcome': { satisfied: false, reason: 'not so' },
  'post /conversations/{id}/same-matter': { conversationId: randomUUID(), tied: true },
  'post /conversations/{id}/tickets': { kind: 'incident', subject: 'mine now' },
  'post /conversations/{id}/escalate': { because: 'beyond-competence' },
  'post /conversations/{id}/submissions': { subject: 'mine now', department: 'IT', attitude: 'calm' },
  'post /conversations/{id}/end-unsatisfied': { reason: 'mine now' },
  'post /submissions/{id}/result': { result: 'mine now' },
  'post /submissions/{id}/delivery': { how: 'held' },
  'post /submissions/{id}/told': { conversationId: randomUUID() },
  'post /submissions/{id}/heard': { conversationId: randomUUID(), satisfied: true },
  'post /signs/{id}/help': { instruction: 'do it' },
  'post /incidents/{id}/members': { conversationId: randomUUID() },
  'post /incidents/{id}/message': { text: { en: 'mine now', zh: '我的' } },
  'post /conversations/{id}/consults': { kind: 'other', wanted: 'mine now' },
  'post /consults/{id}/answer': { instruction: 'do it' },
  'patch /tickets/{id}': { severity: 'critical' },
  'put /conversations/{id}/trees/{tree}': { path: [] },
  'put /conversations/{id}/form': { values: { order: '1' } },
  'post /tickets/{id}/complaint-steps': { step: 'first-contact', text: 'Sorry' },
  'post /tickets/{id}/earlier': { satisfied: true },
  'post /tickets/{id}/hand-over': { department: 'Mine', note: 'to me' },
  'post /tickets/{id}/answer': { answer: 'mine now' },
  'post /tickets/{id}/ties': { conversationId: randomUUID() },
  'post /tickets/{id}/merge': { number: 'T-1' },
  'post /tickets/{id}/split': { kind: 'incident', subject: 'mine now' },
  'post /conversations/{id}/verification': { addressId: randomUUID() },
  'post /conversations/{id}/verification/try': { code: '123456' },
  'post /conversations/{id}/verification/vouch': { note: 'I know them' },
  'post /conversations/{id}/split': { fromMessageId: randomUUID() },
  'post /conversations/{id}/merge': { into: randomUUID() },
  'patch /customers/{id}': { note: 'mine now' },
  'post /customers/{id}/links': { addressId: randomUUID(), note: 'mine now' },
  'post /conversations/{id}/calls/{callId}/moved': { state: 'ended' },
  'post /call-backs/{id}/move': { dueAt: '2031-01-01T00:00:00.000Z' },
  'post /call-backs/{id}/withdraw': { note: 'none of mine' },
  'post /call-backs/{id}/attempts': { isReached: true },
  'post /conversations/{id}/call-backs': { note: 'mine now' },
  'post /follow-ups/{id}/result': { result: 'satisfied' },
  'post /classify/try': { text: 'Where is my parcel?' },
  'post /policies/compare': { from: 1, to: 1 },
  'patch /staff/{id}': { groups: ['service'] },
  'put /roster/{queue}/{date}': { shifts: [], version: 0 },
  'post /roster/import': { text: 'date,group,person,from,to,supervises\n2027-01-04,service,0001,09:00,17:00,' },
  'post /holidays/import': { text: 'no calendar' },
  'post /limits/probe': { at: '2026-11-23T09:00:00Z', standard: 'chat', queue: 'service' },
};

const fill = (path: string): string =>
  path
    .replace('/conversations/{id}', `/conversations/${ids.conversation}`)
    .replace('{messageId}', ids.message)
    .replace('{tree}', 'parcel')
    .replace('{macro}', 'hand-to-payments')
    .replace('{signId}', randomUUID())
    .replace('{callId}', randomUUID())
    .replace('{conversationId}', randomUUID())
    .replace('/receipts/{id}', `/receipts/${ids.receipt}`)
    .replace('/tickets/{id}', `/tickets/${ids.ticket}`)
    .replace('/customers/{id}', `/customers/${ids.customer}`)
    .replace('/staff/{id}', `/staff/${ids.staff}`)
    .replace('/parked/{id}', `/parked/router:${randomUUID()}`)
    .replace('{sha256}', 'a'.repeat(64))
    .replace('{version}', '1')
    .replace('{queue}/{date}', 'service/2027-01-04')
    .replace('{other}', randomUUID())
    .replace('{code}', 'nobody')
    .replace('{id}', randomUUID());

async function ask(line: string, desk: Desk | null): Promise<{ status: number; text: string }> {
  const [method, path] = line.split(' ') as [string, string];
  const body =
    method === 'get' || (method === 'delete' && !bodies[line]) ? undefined : JSON.stringify(bodies[line] ?? {});
  const answer = await fetch(`${house.run.api}/v1${fill(path)}`, {
    method: method.toUpperCase(),
    headers: {
      ...(desk ? { authorization: `Bearer ${desk.token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, text: await answer.text() };
}

test('a route that is missing here fails this journey', () => {
  expect(Object.keys(expected).sort()).toEqual(v1Routes.map(({ method, path }) => `${method} ${path}`).sort());
});

test('V7 every route says to nobody and to other groups what the rules say, and shows nothing of ours', async () => {
  const lines = Object.keys(expected).filter((line) => line !== 'delete /sessions/current');
  const told: Record<string, number[]> = {};
  const leaks: string[] = [];
  for (const line of lines) {
    const answers = [await ask(line, null), await ask(line, agent), await ask(line, supervisor)];
    told[line] = answers.map(({ status }) => status);
    leaks.push(...answers.filter(({ text }) => text.includes(mark)).map(() => line));
  }
  const { 'delete /sessions/current': _last, ...wanted } = expected;
  expect(told).toEqual(wanted);
  expect(leaks).toEqual([]);
}, 60_000);

test('V7 after all of that nothing has changed', async () => {
  const after = await administrator.show(ids.conversation);
  expect(after).toMatchObject({ queue: 'service', state: 'waiting' });
  expect(after.events.map(({ what }) => what)).not.toEqual(expect.arrayContaining(['transferred']));
  expect(await administrator.messages(ids.conversation)).toHaveLength(1);
});

test('V7 a search by the words finds it only for whoever may see it', async () => {
  const found = (desk: Desk) => desk.list(`?q=${encodeURIComponent(mark)}`);
  expect([(await found(administrator)).length, await found(agent), await found(supervisor)]).toEqual([1, [], []]);
});

/** Whatever else a follower may see, this they must. */
const followed = [
  'get /conversations/{id}',
  'get /conversations/{id}/messages',
  'get /conversations/{id}/tickets',
  'get /conversations/{id}/explain',
  'get /conversations/{id}/deadlines',
  'get /receipts/{id}',
  'get /tickets/{id}',
];

test('A30 the first agent of what was escalated sees it in another group, changes nothing, until it is closed or accuses them', async () => {
  const first = await hire(house, administrator, { groups: ['service'] });
  const asks = await new Visitor(house.run.channels).arrive();
  await asks.say(`Where is my other parcel? ${mark}`);
  await first.comeOnline();
  const taken = async () =>
    (await first.list('?assignee=me')).find(({ lastWords }) => lastWords.includes('other parcel'));
  const { id } = await eventually(taken, { what: 'its turn' });
  await first.order(id, 'accept');
  const owned = { ownerId: administrator.person.id };
  const ticket = { kind: 'incident', subject: 'The other parcel', tellCustomer: false, ...owned };
  // not theirs: who owns a ticket works on it wherever it is
  const opened = await administrator.ask<{ id: string }>(`/conversations/${id}/tickets`, {
    method: 'POST',
    body: ticket,
  });
  const [message] = await first.messages(id);
  Object.assign(ids, { conversation: id, message: message!.id, receipt: message!.receiptId, ticket: opened.id });
  await first.order(id, 'escalate', { because: 'beyond-competence' });
  const follower = async () => (await administrator.show(id)).followerId;
  await eventually(async () => (await follower()) === first.person.id, { what: 'the word who follows it' });
  await first.order(id, 'transfer', { to: { queue: 'payments' }, consent: 'given', how: 'in the chat' });

  const lines = Object.keys(expected).filter((line) => /\/(conversations|receipts|tickets)\/\{/.test(line));
  const told = await Promise.all(lines.map(async (line) => [line, (await ask(line, first)).status] as const));
  const seen = told.filter(([, status]) => status === 200).map(([line]) => line);
  expect(seen).toEqual(expect.arrayContaining(followed));
  expect(seen.filter((line) => !line.startsWith('get '))).toEqual([]);
  // whose look it is: only the holder's counts
  const read = ['post /conversations/{id}/read', 204];
  expect(told.filter(([, status]) => ![200, 403, 404].includes(status))).toEqual([read]);
  expect((await first.list('?assignee=followed')).map((row) => row.id)).toEqual([id]);

  const complaint = { contactUsed: 'chat', happenedAt: new Date().toISOString(), content: 'Rude', reachAt: 'a@x.test' };
  const about = { kind: 'complaint-employee', subject: 'Rude', tellCustomer: false };
  const body = { ...about, complaint: { ...complaint, accusedNumber: first.person.number } };
  await administrator.ask(`/conversations/${id}/tickets`, { method: 'POST', body });
  expect((await ask('get /conversations/{id}', first)).status).toBe(404);
  await eventually(async () => ![null, first.person.id].includes((await follower()) ?? null), { what: 'another one' });
  await administrator.order(id, 'close');
  expect(await follower()).toBeNull();
  asks.leave();
}, 60_000);

test('signing out ends the token that did it', async () => {
  for (const desk of [agent, supervisor]) {
    expect([
      (await ask('delete /sessions/current', null)).status,
      (await ask('delete /sessions/current', desk)).status,
    ]).toEqual([401, 204]);
    expect((await ask('get /me', desk)).status).toBe(401);
  }
});
