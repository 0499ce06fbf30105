/** The shapes of a batch: inputs with what was decided on them, and decisions that were dropped. */
import type { AgentId } from '@trunkline/contracts';
import type { EngineInput, EngineOutcome } from '@trunkline/rules';

/** What became of an input, for who waits for its step. */
export type InputOutcome =
  | { kind: 'heard' }
  | { kind: 'refused'; because: { code: string; values: Record<string, string | number> } }
  | { kind: 'parked'; detail: string };

export type Taken = { input: EngineInput; outcomes: EngineOutcome[]; outcome: InputOutcome };

export type Dropped = {
  inputs: Extract<EngineInput, { kind: 'dropped' }>[];
  /** Whose room was given back: a next input lets them pull again. */
  drains: AgentId[];
};
