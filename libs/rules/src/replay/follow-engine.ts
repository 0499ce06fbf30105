/** Lets an engine hear, and says how each conversation stood before and stands after: it waits, is taken, or is gone. */
import type { AgentId, AssignmentId, ConversationId } from '@trunkline/contracts';
import type { Engine } from '../assign/engine.ts';
import type { EngineInput } from '../assign/engine-input.ts';
import type { EngineOutcome } from '../assign/engine-outcome.ts';
import type { RememberedAgent, RememberedConversation } from '../assign/remembered.ts';

export type Phase = 'waiting' | 'taken' | 'gone';
export type Stand = { phase: Phase; agentId: AgentId | null; offer: AssignmentId | null };
export type Change = { id: ConversationId; before: Stand; after: Stand; now: RememberedConversation | null };
export type Heard = { input: EngineInput; outcomes: EngineOutcome[]; changes: Change[]; agents: RememberedAgent[] };

const gone: Stand = { phase: 'gone', agentId: null, offer: null };

export class FollowEngine {
  private readonly stands = new Map<ConversationId, Stand>();

  /** The engine as restored; `conversations` are those it remembers. */
  constructor(
    readonly engine: Engine,
    conversations: readonly RememberedConversation[],
  ) {
    for (const one of conversations) this.stands.set(one.id, standOf(one));
  }

  standOf(id: ConversationId): Stand {
    return this.stands.get(id) ?? gone;
  }

  hear(input: EngineInput, isParked = false): Heard {
    this.engine.beginBatch();
    const outcomes = isParked ? this.engine.park(input) : this.engine.hear(input);
    const { agents, conversations } = this.engine.touched();
    const changes = conversations.map(({ id, now }) => {
      const before = this.standOf(id);
      const after = now ? standOf(now) : gone;
      if (now) this.stands.set(id, after);
      else this.stands.delete(id);
      return { id, before, after, now };
    });
    return { input, outcomes, changes, agents };
  }
}

/** An offer holds room, and still nobody has taken it. */
function standOf({ state, agentId, assignmentId }: RememberedConversation): Stand {
  if (state === 'accepted') return { phase: 'taken', agentId, offer: null };
  return { phase: 'waiting', agentId, offer: state === 'offered' ? assignmentId : null };
}
