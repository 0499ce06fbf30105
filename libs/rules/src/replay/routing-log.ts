/** What was recorded of routing: how it stood at the beginning, then each numbered input with what was decided on it. */
import type { Decision, DecisionId, PolicyV1 } from '@trunkline/contracts';
import type { Remembered } from '../assign/engine.ts';
import type { EngineInput } from '../assign/engine-input.ts';

export type LogStart = {
  /** The last step that the snapshot knows of, and the latest instant heard by then. */
  step: number;
  at: string;
  policy: PolicyV1;
  remembered: Remembered;
};

export type LoggedInput = {
  input: EngineInput;
  /** The engine could not weigh it: it was numbered as parked. */
  isParked: boolean;
  /** Carried out at this step, in their order. */
  decisions: readonly Decision[];
  /** Of a drop: decisions of its batch that met a changed conversation and were never carried out. */
  tookBack: readonly DecisionId[];
};
