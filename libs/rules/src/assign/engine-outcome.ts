/** What the engine says to do: carried out in one commit, or dropped where the conversation had changed meanwhile. */
import type { AgentId, AssignmentId, Because, ConversationId, Decision, Presence } from '@trunkline/contracts';

type About = {
  conversationId: ConversationId;
  /** The engine decided on the conversation as of this version. */
  routingVersion: number;
};

export type Given = About & {
  assignmentId: AssignmentId;
  agentId: AgentId;
  weight: number;
  isOverride: boolean;
  decision: Decision;
};

export type EngineOutcome =
  | (Given & { kind: 'offered'; until: string })
  | (Given & { kind: 'assigned'; how: 'direct' | 'transferred' | 'taken-over' })
  | (About & { kind: 'waiting'; because: Because; decision: Decision })
  /** Ended by the engine itself; what the desk ended is known already. */
  | (About & { kind: 'ended'; assignmentId: AssignmentId; agentId: AgentId; because: Because })
  /** An assignment takes more or less room than before. */
  | (About & { kind: 'weighs'; assignmentId: AssignmentId; weight: number })
  | { kind: 'presence'; agentId: AgentId; state: Presence; since: string; because: Because }
  /** The input asked for what may not be. */
  | { kind: 'refused'; because: Because };
