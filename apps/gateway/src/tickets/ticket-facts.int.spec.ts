/** Who hears of a ticket on `/v1/live`: those who may see it, its owner, and never whom it is about. */
import { type AgentId, type ConversationId, type LiveChange, newId, type TicketId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { io, type Socket } from 'socket.io-client';
import { CallBackFactsConsumer } from '../calls/call-back-facts.consumer.ts';
import { ConsultFactsConsumer } from '../consults/consult-facts.consumer.ts';
import { CustomerFactsConsumer } from '../customers/customer-facts.consumer.ts';
import { LiveFactsConsumer } from '../desk/live-facts.consumer.ts';
import { comesTrue, type GatewayForSpecs, hire, openGateway } from '../gateway-for-specs.ts';
import { SignFactsConsumer } from '../signs/sign-facts.consumer.ts';
import { TicketFactsConsumer } from './ticket-facts.consumer.ts';

let gateway: GatewayForSpecs;
const open: Socket[] = [];
type Hired = Awaited<ReturnType<typeof hire>>;

beforeAll(async () => {
  gateway = await openGateway(await freshDatabase(), testPasswords);
}, 60_000);
afterAll(async () => {
  for (const socket of open) socket.disconnect();
  await gateway?.close();
});

async function screenOf(bearer: string): Promise<LiveChange[]> {
  const socket = io(gateway.url, {
    path: '/v1/live',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { authorization: `Bearer ${bearer}` },
  });
  open.push(socket);
  const heard: LiveChange[] = [];
  socket.on('changed', (change: LiveChange) => heard.push(change));
  await comesTrue('it is told to fetch all', () => heard.length > 0);
  heard.length = 0;
  return heard;
}

async function tell(ownerId: AgentId | null, hiddenFrom?: AgentId[], departments?: string[]): Promise<TicketId> {
  const [conversationId, ticketId] = [newId<ConversationId>(), newId<TicketId>()];
  const head = { conversationId, version: 3, state: 'assigned', queue: 'service', agentId: null, channel: 'webchat' };
  const data = { ...head, standard: 'chat', ticketId, ticketVersion: 2, ownerId, hiddenFrom, departments };
  await gateway.app.get(TicketFactsConsumer).tickets([{ type: 'ticket.changed', data } as never]);
  return ticketId;
}
const hasHeard = (screen: LiveChange[], id: string) => screen.some((change) => change.id === id);

test('A21 the group and the owner hear of a complaint, the accused hears nothing at all', async () => {
  const hires = [['service'], ['service'], ['payments'], ['payments']].map((groups) => hire(gateway, { groups }));
  const [colleague, accused, owner, stranger] = (await Promise.all(hires)) as [Hired, Hired, Hired, Hired];
  const screen = ({ token }: Hired) => screenOf(token);
  const [ofColleague, ofAccused] = [await screen(colleague), await screen(accused)];
  const [ofOwner, ofStranger] = [await screen(owner), await screen(stranger)];
  const hidden = await tell(owner.staff.id, [accused.staff.id]);
  const plain = await tell(null);
  await comesTrue('all have heard of the plain one', () => hasHeard(ofColleague, plain) && hasHeard(ofAccused, plain));
  await comesTrue('the owner has heard of theirs', () => hasHeard(ofOwner, hidden));
  expect(hasHeard(ofColleague, hidden)).toBe(true);
  // of the plain one its conversation and itself, of the other one nothing
  expect(ofAccused.map(({ kind }) => kind)).toEqual(['everything', 'conversation', 'ticket']);
  expect(ofAccused[0]!.id).toBe('');
  expect(ofStranger).toEqual([]);
});

test('A21 of a conversation that is hidden from them the accused hears no push of any kind: message, clock, question, alert, call-back, typing', async () => {
  const [colleague, accused] = await Promise.all([
    hire(gateway, { groups: ['service'], role: 'supervisor' }),
    hire(gateway, { groups: ['service'], role: 'supervisor' }),
  ]);
  const [ofColleague, ofAccused] = [await screenOf(colleague.token), await screenOf(accused.token)];
  const conversationId = newId<ConversationId>();
  const head = { conversationId, version: 4, state: 'assigned', queue: 'service', agentId: accused.staff.id };
  const hidden = { ...head, channel: 'webchat', standard: 'chat', hiddenFrom: [accused.staff.id] };
  const { app } = gateway;
  const clock = { conversationId, queue: 'service', cycle: 1 }; // says nothing of whom it is hidden from
  await app.get(LiveFactsConsumer).conversations([{ type: 'message.stored', data: hidden } as never]);
  await app.get(LiveFactsConsumer).deadlines([{ type: 'deadline.warned', data: clock } as never]);
  const raised = { conversationId, queue: 'service', escalationId: newId(), to: { people: [accused.staff.id] } };
  await app.get(LiveFactsConsumer).escalations([{ type: 'escalation.raised', data: raised } as never]);
  await app.get(ConsultFactsConsumer).consults([{ type: 'consult.opened', data: { ...hidden, by: null } } as never]);
  await app
    .get(SignFactsConsumer)
    .signs([{ type: 'conversation.flagged', data: { ...hidden, signId: newId(), incidentId: null } } as never]);
  const callBack = { callBackId: newId(), callBackVersion: 1, callBackQueue: 'service', takenBy: accused.staff.id };
  await app
    .get(CallBackFactsConsumer)
    .callBacks([{ type: 'call-back.changed', data: { ...hidden, ...callBack } } as never]);
  await app.get(CustomerFactsConsumer).verified([{ type: 'conversation.verified', data: hidden } as never]);
  const plain = await tell(null);
  await comesTrue('both have heard of the plain one', () => hasHeard(ofColleague, plain) && hasHeard(ofAccused, plain));
  const kinds = new Set(ofColleague.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(
    ['call-back', 'conversation', 'consult', 'deadline', 'escalation', 'sign', 'ticket'].sort(),
  );
  expect(ofAccused.map(({ kind }) => kind)).toEqual(['everything', 'conversation', 'ticket']);
});

test('A10 members of a department hear of the tickets that were handed to it, and of nothing else', async () => {
  const member = (departments: string[]) =>
    hire(gateway, { role: 'department-member', groups: ['service'], departments });
  const [billing, lab] = [await member(['billing']), await member(['lab'])];
  const [ofBilling, ofLab] = [await screenOf(billing.token), await screenOf(lab.token)];
  await tell(null);
  const theirs = await tell(null, undefined, ['billing']);
  const others = await tell(null, undefined, ['lab']);
  await comesTrue('each heard of theirs', () => hasHeard(ofBilling, theirs) && hasHeard(ofLab, others));
  const news = (screen: LiveChange[]) => screen.filter(({ kind }) => kind !== 'settings').map(({ id }) => id);
  expect([news(ofBilling), news(ofLab)]).toEqual([[theirs], [others]]);
});
