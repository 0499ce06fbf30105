/** The engine's moves: give, take back, let wait; and at the end of each input, whatever can be given, oldest first. */
import type { AgentId, AssignmentId, Because, ConversationId, Decision, DecisionId } from '@trunkline/contracts';
import { deriveId } from './derive-id.ts';
import type { Choice, Desk } from './desk.ts';
import type { EngineInput } from './engine-input.ts';
import type { EngineOutcome, Given } from './engine-outcome.ts';
import { type Decided, explain } from './explain.ts';
import { isoOf, msOf } from './instants.ts';
import { capacityOf } from './may-take.ts';
import { parkedMemory } from './parked-memory.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import { queueOf } from './required-now.ts';

/** Whoever put one of these has ended the assignment already. */
const endedByDesk: ReadonlySet<EngineInput['kind']> = new Set(['waits', 'leaves', 'declines', 'ring-ended']);

/** Of these a person decides, so no candidates are weighed. */
const leftToPeople: ReadonlySet<string> = new Set([
  'engine-refused',
  'queue-is-gone',
  'queue-is-archived',
  'too-old-for-routing',
]);

export class Giving {
  readonly images = new Map<ConversationId, RememberedConversation>();
  private outcomes: EngineOutcome[] = [];
  private step = 0;
  private ordinal = 0;

  constructor(readonly desk: Desk) {}

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

  /** What time has changed by now comes before whatever else has happened. */
  passTime(): void {
    this.desk.passTime((conversation) => void this.decideOn(conversation));
  }

  /**
   * Gives whatever somebody can take, soonest first, until nobody is left who could be given: once would let later
   * arrivals overtake. Then whoever was looked at and goes on waiting says why, where the reason is another.
   */
  settle(): void {
    for (let next = this.desk.nextToGive(); next; next = this.desk.nextToGive()) {
      this.giveInTurn(next.conversation, next.choice);
    }
    for (const { conversation, because } of this.desk.reasonsToSay()) this.letWait(conversation, because);
  }

  /** To be called before the engine itself changes a conversation, so that the change can be dropped. */
  decideOn(conversation: RememberedConversation): RememberedConversation {
    const { id } = conversation;
    if (!this.images.has(id)) this.images.set(id, this.desk.plain(conversation));
    this.desk.touch(conversation);
    return conversation;
  }

  private letWait(conversation: RememberedConversation, because: Because): void {
    this.decideOn(conversation).waitingBecause = because;
    const isWeighed = !leftToPeople.has(because.code);
    const decision = this.decide(conversation, { winner: null, because, behind: [], isWeighed }, 'waiting');
    const { id, routingVersion } = conversation;
    this.say({ kind: 'waiting', conversationId: id, routingVersion, because, decision });
  }

  private giveInTurn(conversation: RememberedConversation, choice: Choice): void {
    const { policy, at } = this.desk;
    const { standard } = conversation;
    const isDirect = queueOf(policy, conversation.queue)?.direct.includes(standard) ?? false;
    const decided = { winner: choice.winner, because: choice.because, behind: choice.behind, isWeighed: true };
    const decision = this.decide(conversation, decided, isDirect ? 'assigned' : 'offered');
    const given = this.give(conversation, choice.winner, decision, true);
    if (isDirect) {
      conversation.state = 'accepted';
      this.say({ kind: 'assigned', ...given, how: 'direct' });
    } else {
      const ringMs = policy.standards[standard].ringSeconds * 1000;
      this.say({ kind: 'offered', ...given, until: isoOf(msOf(at) + ringMs) });
    }
  }

  decide(conversation: RememberedConversation, decided: Decided, kind: Decision['kind']): Decision {
    const id = this.newId<DecisionId>('decision');
    return explain(conversation, decided, { id, step: this.step, kind, desk: this.desk });
  }

  /** To the person named, whoever's turn it is. */
  giveTo(conversation: RememberedConversation, named: RememberedAgent, because: Because): Given {
    const decided = { winner: named, because, behind: [], isWeighed: false };
    return this.give(conversation, named, this.decide(conversation, decided, 'assigned'), false);
  }

  /** Puts it with an agent, room taken at once: an offer holds capacity. */
  private give(
    conversation: RememberedConversation,
    agent: RememberedAgent,
    decision: Decision,
    inTurn: boolean,
  ): Given {
    this.decideOn(conversation);
    this.desk.unwait(conversation);
    const assignmentId = this.newId<AssignmentId>('assignment');
    const { id, routingVersion, weight, queue } = conversation;
    conversation.state = 'offered';
    this.desk.hold(conversation, agent, assignmentId);
    conversation.held = weight;
    conversation.waitingBecause = null;
    this.desk.load(agent, conversation, weight);
    this.desk.countGiven(agent, queue, inTurn);
    const isOverride = agent.load > capacityOf(agent);
    return { conversationId: id, routingVersion, assignmentId, agentId: agent.id, weight, isOverride, decision };
  }

  private newId<Id extends string>(what: 'decision' | 'assignment'): Id {
    this.ordinal += 1;
    return deriveId<Id>(what, { at: this.desk.at, step: this.step }, this.ordinal);
  }

  /** Frees the room it took. */
  takeBack(conversation: RememberedConversation): AgentId | null {
    const holder = this.desk.holderOf(conversation);
    this.desk.unwait(conversation);
    if (holder === null) return null;
    const { held } = conversation;
    if (held > 0) this.desk.load(holder, conversation, -held);
    conversation.held = 0;
    this.desk.hold(conversation, null, null);
    return holder.id;
  }

  /** The engine itself ends an offer or assignment. */
  end(conversation: RememberedConversation, because: Because): void {
    const { agentId, assignmentId } = this.decideOn(conversation);
    if (agentId !== null && assignmentId !== null) {
      this.say({ kind: 'ended', ...about(conversation), assignmentId, agentId, because });
    }
    this.takeBack(conversation);
  }

  /** Back in its queue at its old place. */
  putBack(conversation: RememberedConversation): void {
    conversation.waitingBecause = null;
    this.desk.wait(conversation);
  }

  park(id: ConversationId, input: EngineInput): void {
    const known = this.desk.conversation(id);
    if (known && endedByDesk.has(input.kind)) this.takeBack(known);
    else if (known) this.desk.unwait(known);
    const conversation = known ?? this.desk.remember(parkedMemory(id, input));
    this.desk.touch(conversation);
    conversation.routingVersion = input.routingVersion ?? conversation.routingVersion;
    if (conversation.agentId !== null) return;
    conversation.state = 'parked';
    this.letWait(conversation, { code: 'engine-refused', values: {} });
  }
}

export const about = ({ id, routingVersion }: RememberedConversation) => ({ conversationId: id, routingVersion });
