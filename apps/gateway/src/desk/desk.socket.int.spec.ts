/** Who hears what on `/v1/live`: nobody unknown, only one's own groups, and nothing once one is out or moved. */

import { type AgentId, type ConversationId, type Fact, type LiveChange, newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { io, type Socket } from 'socket.io-client';
import { administrator, comesTrue, type GatewayForSpecs, hire, openGateway } from '../gateway-for-specs.ts';
import { LiveFactsConsumer } from './live-facts.consumer.ts';

let gateway: GatewayForSpecs;
let token: string;
const open: Socket[] = [];

type Screen = { socket: Socket; heard: LiveChange[]; refused: string[] };

beforeAll(async () => {
  gateway = await openGateway(await freshDatabase(), testPasswords);
  token = await gateway.signIn(administrator);
}, 60_000);
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => gateway?.close());

function look(headers: Record<string, string>): Screen {
  const socket = io(gateway.url, {
    path: '/v1/live',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: headers,
  });
  open.push(socket);
  const screen: Screen = { socket, heard: [], refused: [] };
  socket.onAny((_name, change) => screen.heard.push(change));
  socket.on('connect_error', (error) => screen.refused.push(error.message));
  return screen;
}

async function screenOf(bearer: string): Promise<Screen> {
  const screen = look({ authorization: `Bearer ${bearer}` });
  await comesTrue('it is told to fetch all', () => screen.heard.length > 0);
  screen.heard.length = 0;
  return screen;
}

async function tell(
  queue: string,
  agentId: AgentId | null = null,
  id: ConversationId = newId<ConversationId>(),
  followerId: AgentId | null = null,
): Promise<string> {
  const data = {
    conversationId: id,
    version: 2,
    state: 'waiting',
    queue,
    agentId,
    channel: 'webchat',
    standard: 'chat',
    followerId,
  };
  const fact = { type: 'conversation.waiting', data: { ...data, because: 'just-arrived', decisionId: null } };
  await gateway.app.get(LiveFactsConsumer).conversations([fact as never]);
  return id;
}
const hasHeard = (screen: Screen, id: string) => screen.heard.some((change) => change.id === id);

test('V12 without a token, with a wrong one, by another page: not one frame, under traffic', async () => {
  const mine = await screenOf(token);
  const cookie = `trunkline_session=${token}`;
  const strangers = [
    look({}),
    look({ authorization: 'Bearer wrong' }),
    look({ cookie: 'trunkline_session=wrong' }),
    look({ cookie, origin: 'https://evil.test' }),
    look({ cookie, origin: 'null' }),
    look({ cookie, origin: `${gateway.url}.evil.test` }),
    // a page may put a name and a password into a socket's address; that is no bearer token
    look({ cookie, origin: 'https://evil.test', authorization: 'Basic eDp4' }),
  ];
  for (let n = 0; n < 20; n += 1) await tell('service');
  await comesTrue('all were refused', () => strangers.every(({ refused }) => refused.length > 0));
  const last = await tell('service');
  await comesTrue('mine heard it', () => hasHeard(mine, last));
  expect(strangers.map(({ heard, socket }) => [heard, socket.connected])).toEqual(strangers.map(() => [[], false]));
});

test('a cookie from the desk’s own page is let in', async () => {
  const screen = look({ cookie: `trunkline_session=${token}`, origin: gateway.url });
  await comesTrue('it is in', () => screen.heard.length > 0);
});

test('V7 a push says only what changed, and only to the groups that may see it', async () => {
  const service = await screenOf((await hire(gateway, { groups: ['service'] })).token);
  const payments = await screenOf((await hire(gateway, { groups: ['payments'] })).token);
  const department = await screenOf((await hire(gateway, { role: 'department-member', groups: ['service'] })).token);
  const all = await screenOf(token);
  const id = await tell('service');
  await comesTrue('the group hears it', () => hasHeard(service, id) && hasHeard(all, id));
  expect(service.heard.at(-1)).toEqual({ kind: 'conversation', id, version: 2 });
  const theirs = await tell('payments');
  await comesTrue('the others hear theirs', () => hasHeard(payments, theirs));
  expect([hasHeard(payments, id), hasHeard(service, theirs), department.heard]).toEqual([false, false, []]);
});

test('whoever has it hears of it in whatever queue it is', async () => {
  const agent = await hire(gateway, { groups: ['payments'] });
  const screen = await screenOf(agent.token);
  const id = await tell('service', agent.staff.id);
  await comesTrue('they hear it', () => hasHeard(screen, id));
});

test('escalations are told to those who watch over the group alone', async () => {
  const agent = await screenOf((await hire(gateway, { groups: ['service'] })).token);
  const boss = await screenOf((await hire(gateway, { role: 'supervisor', groups: ['service'] })).token);
  const data = { escalationId: newId(), conversationId: newId(), queue: 'service', to: { role: 'supervisor' } };
  const raised = { type: 'escalation.raised', data } as unknown as Fact<'escalation.raised'>;
  await gateway.app.get(LiveFactsConsumer).escalations([raised]);
  await comesTrue('the supervisor hears it', () => hasHeard(boss, data.escalationId));
  const id = await tell('service');
  await comesTrue('the agent hears what is theirs', () => hasHeard(agent, id));
  expect(hasHeard(agent, data.escalationId)).toBe(false);
});

test('A30 who follows what was escalated hears of it, and of each change after it, wherever it is', async () => {
  const [ann, ben] = [await hire(gateway, { groups: ['service'] }), await hire(gateway, { groups: ['service'] })];
  const [follower, other] = [await screenOf(ann.token), await screenOf(ben.token)];
  const conversationId = newId<ConversationId>();
  const to = { role: 'supervisor', people: [] };
  const data = { escalationId: newId(), conversationId, queue: 'payments', to, followerId: ann.staff.id };
  const raised = { type: 'escalation.raised', data } as unknown as Fact<'escalation.raised'>;
  await gateway.app.get(LiveFactsConsumer).escalations([raised]);
  await comesTrue('the follower hears it', () => hasHeard(follower, data.escalationId));
  await tell('payments', null, conversationId, ann.staff.id);
  await comesTrue('and what changes', () => hasHeard(follower, conversationId));
  const marker = await tell('service');
  await comesTrue('another hears what is theirs', () => hasHeard(other, marker));
  expect([hasHeard(other, data.escalationId), hasHeard(other, conversationId)]).toEqual([false, false]);
});

test('V12 who was moved to another group is silent about the old one within 5 s', async () => {
  const agent = await hire(gateway, { groups: ['service'] });
  const screen = await screenOf(agent.token);
  const all = await screenOf(token);
  await gateway.ask(`/staff/${agent.staff.id}`, { method: 'PATCH', token, body: { groups: ['payments'] } });
  const told = new Set<string>();
  const hearsTheNew = async () => {
    told.add(await tell('payments'));
    return screen.heard.some((change) => told.has(change.id));
  };
  await comesTrue('they hear the new group', hearsTheNew, 5);
  const old = await tell('service');
  await comesTrue('others hear it', () => hasHeard(all, old));
  const marker = await tell('payments');
  await comesTrue('they hear what came after it', () => hasHeard(screen, marker));
  expect(hasHeard(screen, old)).toBe(false);
});

test('V12 a sign-out closes its socket within 5 s, and no other', async () => {
  const agent = await hire(gateway);
  const screen = await screenOf(agent.token);
  const other = await screenOf(await gateway.signIn({ email: agent.staff.email, password: 'a-password-for-specs' }));
  await gateway.ask('/sessions/current', { method: 'DELETE', token: agent.token });
  await comesTrue('its socket is closed', () => !screen.socket.connected, 5);
  expect(other.socket.connected).toBe(true);
});
