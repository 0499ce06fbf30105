/** What the engine does when something happens to one conversation. */
import type { AgentId, Because, PolicyV1 } from '@trunkline/contracts';
import { barAgents, onlyBarred } from './bar-agents.ts';
import type { EngineInput, InputKind } from './engine-input.ts';
import type { Giving } from './giving.ts';
import { agentAway, keepsMail } from './hear-agent.ts';
import { isoOf, msOf } from './instants.ts';
import { isRouted, roomFor } from './may-take.ts';
import { widenAfterMs } from './pass-time.ts';
import { place } from './place.ts';
import type { RememberedAgent, RememberedConversation, Tried } from './remembered.ts';
import { lastRing } from './required-now.ts';

type Of<Kind extends InputKind> = Extract<EngineInput, { kind: Kind }>;
export type AboutConversation = Exclude<EngineInput, Of<'presence' | 'staff' | 'policy' | 'tick'>>;

export function hearConversation(input: AboutConversation, giving: Giving): void {
  const known = giving.desk.conversation(input.conversationId!);
  if (input.kind === 'waits') waits(input, giving, known);
  else if (input.kind === 'dropped') dropped(input, giving, known);
  else if (known) hearKnown(input, giving, known);
  else stranger(input, giving);
}

type AboutKnown = Exclude<AboutConversation, Of<'waits' | 'dropped'>>;

function hearKnown(input: AboutKnown, giving: Giving, known: RememberedConversation): void {
  known.routingVersion = input.routingVersion ?? known.routingVersion;
  giving.desk.touch(known);
  if (input.kind === 'leaves') {
    leaves(giving, known);
    return;
  }
  if (input.kind === 'accepts') accepts(input, giving, known);
  else if (input.kind === 'declines') declines(input, giving, known);
  else if (input.kind === 'ring-ended') letsGo(giving, known, { agentId: input.agentId!, how: 'missed', again: null });
  else if (input.kind === 'place') place(input, giving, known);
  else if (input.kind === 'warned') warned(input, giving, known);
  else if (input.kind === 'bars') bars(input, giving, known);
  else if (input.body.holds) comesBack(giving, known);
  else goesToCustomer(giving, known);
  leaveNobodyAlone(giving, known);
}

/** Leaving twice is nothing; anything else about a stranger cannot be weighed. */
function stranger(input: AboutKnown, giving: Giving): void {
  if (input.kind === 'leaves' || input.kind === 'bars') return;
  if (input.kind !== 'place') throw new Error(`${input.kind} of a conversation that never waited`);
  giving.say({ kind: 'refused', because: { code: 'engine-refused', values: {} } });
}

/** After a dropped decision, and after a race with an agent who left: nobody is left without a try. */
function leaveNobodyAlone(giving: Giving, conversation: RememberedConversation): void {
  const { agentId, state, live } = conversation;
  const agent = agentId === null ? null : giving.desk.meet(agentId);
  const isLeftAlone = agent?.presence === 'offline' && (state === 'offered' || live);
  if (isLeftAlone && !isOverridden(agent)) giving.end(conversation, { code: 'agent-left', values: {} });
  else if (state !== 'unsettled') return;
  giving.putBack(conversation);
}

/** Whoever leads may take over without ever signing in to routing. */
const isOverridden = (agent: RememberedAgent) => !isRouted(agent);

function leaves(giving: Giving, conversation: RememberedConversation): void {
  giving.takeBack(conversation);
  giving.desk.forget(conversation);
}

function waits(input: Of<'waits'>, giving: Giving, known: RememberedConversation | undefined): void {
  const { body } = input;
  if (!Number.isFinite(body.orderKeyParts.orderKey) || !(body.weight >= 0))
    throw new Error('waits without key or weight');
  if (known) giving.takeBack(known);
  giving.putBack(giving.desk.remember(asItWaits(input, giving.desk.policy, known?.arrival ?? input.id)));
}

function asItWaits(input: Of<'waits'>, policy: PolicyV1, arrival: number): RememberedConversation {
  const { body, at } = input;
  const widens = lastRing(body.requires, policy, body.queue) > 0;
  const avoids = (agentId: AgentId): Tried => ({
    agentId,
    how: 'declined',
    again: after(at, policy.assignment.preferredAgentSeconds),
  });
  return {
    id: input.conversationId!,
    routingVersion: input.routingVersion!,
    arrival,
    state: 'waiting',
    queue: body.queue,
    standard: body.standard,
    requires: body.requires,
    weight: body.weight,
    live: body.live,
    orderKeyParts: body.orderKeyParts,
    ring: 0,
    widenAt: widens ? isoOf(msOf(at) + widenAfterMs(body, policy)) : null,
    preferredAgentId: body.preferredAgentId,
    preferredUntil: body.preferredUntil,
    tried: barAgents(body.avoid.map(avoids), body.barred ?? []),
    agentId: null,
    assignmentId: null,
    held: 0,
    waitingBecause: null,
  };
}

const after = (at: string, seconds: number) => isoOf(msOf(at) + seconds * 1000);

function accepts(input: Of<'accepts'>, giving: Giving, conversation: RememberedConversation): void {
  if (conversation.assignmentId !== input.body.assignmentId)
    throw new Error('accepts an offer the engine did not make');
  giving.desk.meet(conversation.agentId!).missed = 0;
  conversation.state = 'accepted';
  conversation.tried = onlyBarred(conversation.tried);
}

function declines(input: Of<'declines'>, giving: Giving, conversation: RememberedConversation): void {
  const { at, policy } = giving.desk;
  const again = after(at, policy.standards[conversation.standard].ringSeconds);
  letsGo(giving, conversation, { agentId: input.agentId!, how: 'declined', again });
}

/** The others go on as before; from one who has it, it goes back to its queue, and the next is asked. */
function bars({ body }: Of<'bars'>, giving: Giving, conversation: RememberedConversation): void {
  const isWaiting = conversation.state === 'waiting';
  if (isWaiting) giving.desk.unwait(conversation);
  conversation.tried = barAgents(conversation.tried, body.agents);
  if (conversation.agentId !== null && body.agents.includes(conversation.agentId)) {
    giving.end(conversation, { code: 'given-to-another', values: {} });
    giving.putBack(conversation);
  } else if (isWaiting) giving.desk.wait(conversation);
}

/** Missed or declined: the next one is asked at once, the place in the queue is kept. */
function letsGo(giving: Giving, conversation: RememberedConversation, tried: Tried): void {
  if (conversation.agentId !== tried.agentId) throw new Error('lets go of what was not offered to them');
  const agent = giving.desk.meet(tried.agentId);
  giving.takeBack(conversation);
  conversation.tried = [...conversation.tried.filter((one) => one.agentId !== agent.id), tried];
  giving.desk.uncountGiven(agent, conversation.queue);
  agent.missed = tried.how === 'missed' ? agent.missed + 1 : 0;
  const { missedOffersUntilAway } = giving.desk.policy.assignment;
  const isAway = agent.presence === 'online' && agent.missed >= missedOffersUntilAway;
  if (isAway) agentAway(agent, giving, missedOften(agent));
  giving.putBack(conversation);
}

const missedOften = (agent: RememberedAgent): Because => ({ code: 'missed-offers', values: { count: agent.missed } });

/** A mail that waits for its customer frees its room, and stays theirs. */
function goesToCustomer(giving: Giving, conversation: RememberedConversation): void {
  if (conversation.state !== 'accepted' || conversation.held === 0) return;
  giving.desk.load(giving.desk.meet(conversation.agentId!), conversation, -conversation.held);
  weighs(giving, conversation, 0);
}

/** The answer came: the same agent if there is room, else whoever is next, the same one first for a while. */
function comesBack(giving: Giving, conversation: RememberedConversation): void {
  if (conversation.state !== 'accepted' || conversation.held > 0) return;
  const agent = giving.desk.meet(conversation.agentId!);
  const isGone = agent.presence === 'offline' && !keepsMail(agent, giving);
  if (!isGone && roomFor(agent, conversation.standard, giving.desk) >= conversation.weight) {
    giving.desk.load(agent, conversation, conversation.weight);
    weighs(giving, conversation, conversation.weight);
    return;
  }
  giving.end(conversation, { code: 'room-was-given-on', values: {} });
  prefer(giving, conversation, agent.id);
  giving.putBack(conversation);
}

function prefer(giving: Giving, conversation: RememberedConversation, agentId: AgentId): void {
  conversation.preferredAgentId = agentId;
  conversation.preferredUntil = after(giving.desk.at, giving.desk.policy.assignment.preferredAgentSeconds);
}

/** Changes what is held without a decision on who has it: no image, nothing to drop. */
function weighs(giving: Giving, conversation: RememberedConversation, weight: number): void {
  conversation.held = weight;
  giving.desk.touch(conversation);
  const { id, routingVersion, assignmentId } = conversation;
  giving.say({ kind: 'weighs', conversationId: id, routingVersion, assignmentId: assignmentId!, weight });
}

/** A lower key, once. A mail whose agent is gone has waited long enough for them. */
function warned(input: Of<'warned'>, giving: Giving, conversation: RememberedConversation): void {
  const isWaiting = conversation.state === 'waiting';
  giving.desk.unwait(conversation);
  conversation.orderKeyParts = input.body.orderKeyParts;
  if (isWaiting) giving.desk.wait(conversation);
  if (conversation.state !== 'accepted' || giving.desk.meet(conversation.agentId!).presence !== 'offline') return;
  giving.end(conversation, { code: 'agent-left', values: {} });
  giving.putBack(conversation);
}

/** The commit did not carry out what was decided: back to how it stood. What really happened is the next input. */
function dropped(input: Of<'dropped'>, giving: Giving, known: RememberedConversation | undefined): void {
  const { was } = input.body;
  const { desk } = giving;
  if (known) {
    const agentId = giving.takeBack(known);
    if (agentId !== null && agentId !== was.agentId) desk.uncountGiven(desk.meet(agentId), was.queue);
  }
  const tried = barAgents(
    was.tried,
    onlyBarred(known?.tried ?? []).map(({ agentId }) => agentId),
  );
  const row = desk.remember({ ...was, tried, state: was.agentId === null ? 'unsettled' : was.state });
  if (was.agentId !== null && was.held > 0) desk.load(desk.meet(was.agentId), row, was.held);
}
