/** The shapes of a batch: inputs with what was decided on them, conversations as they are held, decisions dropped. */
import type { AgentId, ConversationId, InputOutcome, Standard } from '@trunkline/contracts';
import type { EngineInput, EngineOutcome } from '@trunkline/rules';

export type Taken = { input: EngineInput; outcomes: EngineOutcome[]; outcome: InputOutcome };

/** A conversation under the batch's lock, as it stands before the batch. */
export type HeldRow = {
  id: ConversationId;
  routingVersion: number;
  version: number;
  queue: string;
  channel: string;
  standard: Standard;
};

export type Dropped = {
  inputs: (Extract<EngineInput, { kind: 'dropped' }> & { outcome: InputOutcome })[];
  /** Whose room was given back: a next input lets them pull again. */
  drains: AgentId[];
};
