/** The engine's moves: give, take back, let wait, and let freed room pull oldest-first until it is full. */
import type { AssignmentId, Because, ConversationId, Decision, DecisionId } from '@trunkline/contracts';
import { type Choice, chooseAgent } from './choose-agent.ts';
import { deriveId } from './derive-id.ts';
import type { DeskInMemory } from './desk-in-memory.ts';
import type { EngineInput } from './engine-input.ts';
import type { EngineOutcome, Given } from './engine-outcome.ts';
import { explain } from './explain.ts';
import { capacityOf, mayTake } from './may-take.ts';
import { parkedMemory } from './parked-memory.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import { lastRing, queueOf } from './required-now.ts';
import { comesFirst } from './waiting-list.ts';

/** Postgres keeps JSON, not the order of its keys. */
function isSame(a: Because | null, b: Because): boolean {
  if (a?.code !== b.code) return false;
  return JSON.stringify(Object.entries(a.values).sort()) === JSON.stringify(Object.entries(b.values).sort());
}

/** Whoever put one of these has ended the assignment already. */
const endedByDesk: ReadonlySet<EngineInput['kind']> = new Set(['waits', 'leaves', 'declines', 'ring-ended']);

type Cursor = { rows: RememberedConversation[]; next: number };

const hasRoom = (agent: RememberedAgent) => agent.presence === 'online' && agent.load < capacityOf(agent);

function soonestOf(lists: Cursor[]): Cursor | undefined {
  let soonest: Cursor | undefined;
  for (const list of lists) {
    const row = list.rows[list.next];
    if (row && (!soonest || comesFirst(row, soonest.rows[soonest.next]!) < 0)) soonest = list;
  }
  return soonest;
}

export class Giving {
  readonly images = new Map<ConversationId, RememberedConversation>();
  private outcomes: EngineOutcome[] = [];
  private step = 0;
  private ordinal = 0;

  constructor(readonly desk: DeskInMemory) {}

  begin(step: number): void {
    this.step = step;
    this.ordinal = 0;
    this.outcomes = [];
  }

  finish(): EngineOutcome[] {
    return this.outcomes;
  }

  say(outcome: EngineOutcome): void {
    this.outcomes.push(outcome);
  }

  /** To be called before the engine itself changes a conversation, so that the change can be dropped. */
  decideOn(conversation: RememberedConversation): RememberedConversation {
    if (!this.images.has(conversation.id)) this.images.set(conversation.id, structuredClone(conversation));
    return this.desk.change(conversation);
  }

  /** Gives it to whoever is next in turn, or lets it wait with the reason. It must be in the waiting list. */
  tryToGive(conversation: RememberedConversation): void {
    this.passTime(conversation);
    const choice = chooseAgent(conversation, this.desk);
    if (choice.winner) this.giveInTurn(conversation, choice as Choice & { winner: RememberedAgent });
    else if (!isSame(conversation.waitingBecause, choice.because)) this.letWait(conversation, choice);
  }

  /** Rings that are due widen; a former agent's time ends. */
  private passTime(conversation: RememberedConversation): void {
    const { at, policy } = this.desk;
    const last = lastRing(conversation.requires, queueOf(policy, conversation.queue));
    while (conversation.widenAt !== null && conversation.widenAt <= at) {
      this.decideOn(conversation).ring += 1;
      const next = Date.parse(conversation.widenAt) + widenAfterMs(conversation, policy.assignment.widenAfterShare);
      conversation.widenAt = conversation.ring < last ? new Date(next).toISOString() : null;
    }
    if (conversation.preferredUntil !== null && conversation.preferredUntil <= at) {
      this.decideOn(conversation).preferredUntil = null;
    }
    if (conversation.tried.some((one) => one.again !== null && one.again <= at)) {
      const tried = conversation.tried.map((one) =>
        one.again !== null && one.again <= at ? { ...one, again: null } : one,
      );
      this.decideOn(conversation).tried = tried;
    }
  }

  private letWait(conversation: RememberedConversation, choice: Choice): void {
    this.decideOn(conversation).waitingBecause = choice.because;
    const decision = this.decide(conversation, choice, 'waiting');
    this.say({ kind: 'waiting', ...about(conversation), because: choice.because, decision });
  }

  private giveInTurn(conversation: RememberedConversation, choice: Choice & { winner: RememberedAgent }): void {
    const { policy, at } = this.desk;
    const isDirect = queueOf(policy, conversation.queue)?.direct.includes(conversation.standard) ?? false;
    const decision = this.decide(conversation, choice, isDirect ? 'assigned' : 'offered');
    const given = this.give(conversation, choice.winner, decision);
    if (isDirect) {
      conversation.state = 'accepted';
      this.say({ kind: 'assigned', ...given, how: 'direct' });
    } else {
      const ringMs = policy.standards[conversation.standard].ringSeconds * 1000;
      this.say({ kind: 'offered', ...given, until: new Date(Date.parse(at) + ringMs).toISOString() });
    }
  }

  decide(conversation: RememberedConversation, choice: Choice, kind: Decision['kind']): Decision {
    const id = this.newId<DecisionId>('decision');
    return explain(conversation, choice, { id, step: this.step, kind, desk: this.desk });
  }

  /** Puts it with an agent, room taken at once: an offer holds capacity. */
  give(conversation: RememberedConversation, agent: RememberedAgent, decision: Decision): Given {
    this.decideOn(conversation);
    this.desk.unwait(conversation);
    const assignmentId = this.newId<AssignmentId>('assignment');
    const { weight, queue } = conversation;
    Object.assign(conversation, {
      state: 'offered',
      agentId: agent.id,
      assignmentId,
      held: weight,
      waitingBecause: null,
    });
    this.desk.load(agent, weight);
    agent.lastGiven = this.desk.next();
    agent.given[queue] = (agent.given[queue] ?? 0) + 1;
    const isOverride = agent.load > capacityOf(agent);
    return { ...about(conversation), assignmentId, agentId: agent.id, weight, isOverride, decision };
  }

  private newId<Id extends string>(what: 'decision' | 'assignment'): Id {
    this.ordinal += 1;
    return deriveId<Id>(what, { at: this.desk.at, step: this.step }, this.ordinal);
  }

  /** Frees the room it took; whoever had it is given back for draining. */
  takeBack(conversation: RememberedConversation): RememberedAgent | null {
    const agent = conversation.agentId === null ? null : this.desk.meet(conversation.agentId);
    if (agent && conversation.held > 0) this.desk.load(agent, -conversation.held);
    this.desk.unwait(conversation);
    Object.assign(this.desk.change(conversation), { agentId: null, assignmentId: null, held: 0 });
    return agent;
  }

  /** The engine itself ends an offer or assignment. */
  end(conversation: RememberedConversation, because: Because): RememberedAgent | null {
    const { agentId, assignmentId } = this.decideOn(conversation);
    if (agentId !== null && assignmentId !== null) {
      this.say({ kind: 'ended', ...about(conversation), assignmentId, agentId, because });
    }
    return this.takeBack(conversation);
  }

  /** Back in the list at their old place. */
  putBack(conversations: RememberedConversation[]): void {
    for (const conversation of conversations) {
      conversation.waitingBecause = null;
      this.desk.wait(conversation);
    }
  }

  /**
   * Tries `again` and whatever the freed agents' room may take, soonest first, until that room is full: pulling once
   * would let later arrivals overtake.
   */
  pull(freed: (RememberedAgent | null)[], again: RememberedConversation[] = []): void {
    const agents = freed.filter((agent) => agent !== null);
    const pending = new Set(again);
    const lists = this.listsFor(agents, again);
    while (agents.some(hasRoom)) {
      const list = soonestOf(lists);
      if (!list) break;
      const conversation = list.rows[list.next]!;
      if (pending.delete(conversation) || this.mayPull(agents, conversation)) this.tryToGive(conversation);
      if (list.rows[list.next] === conversation) list.next += 1;
    }
    for (const conversation of [...pending].sort(comesFirst)) this.tryToGive(conversation);
  }

  private listsFor(agents: RememberedAgent[], again: RememberedConversation[]): Cursor[] {
    const own = agents.flatMap((agent) => this.desk.queuesFor(agent));
    const theirs = again.map((conversation) => this.desk.listOf(conversation.queue));
    return [...new Set([...own, ...theirs])].map(({ rows }) => ({ rows, next: 0 }));
  }

  private mayPull(agents: RememberedAgent[], conversation: RememberedConversation): boolean {
    const required = this.desk.requiredNow(conversation);
    return agents.some((agent) => hasRoom(agent) && !mayTake(agent, conversation, required));
  }

  park(id: ConversationId, input: EngineInput): void {
    const known = this.desk.conversations.get(id);
    if (known && endedByDesk.has(input.kind)) this.takeBack(known);
    else if (known) this.desk.unwait(known);
    const conversation = known ?? parkedMemory(id, input);
    this.desk.conversations.set(id, this.desk.change(conversation));
    conversation.routingVersion = input.routingVersion ?? conversation.routingVersion;
    if (conversation.agentId !== null) return;
    conversation.state = 'parked';
    const because = { code: 'engine-refused', values: {} };
    const required = this.desk.requiredNow(conversation);
    this.letWait(conversation, { required, winner: null, because, able: [], failed: new Map() });
  }
}

export const about = ({ id, routingVersion }: RememberedConversation) => ({ conversationId: id, routingVersion });

export const widenAfterMs = (conversation: RememberedConversation, share: number) =>
  Math.max(1000, Math.round(conversation.orderKeyParts.firstResponseSeconds * 1000 * share));
