/** The log of routing, as the router gives it: how it stood at the beginning, then each numbered input with its decisions. */
import { z } from 'zod';
import type { Decision } from './desk-api.ts';
import type { AgentId, ConversationId, DecisionId } from './ids.ts';
import { Instant } from './parts.ts';
import type { PolicyV1 } from './policy.v1.ts';

/** `GET /internal/routing-log`: from the snapshot at or before `from`, to the last input heard before `to`. */
export const RoutingLogAsked = z.object({
  from: Instant,
  to: Instant,
  /** As the page before gave it in `next`; without it, the first page. */
  cursor: z
    .string()
    .regex(/^\d{1,15}-\d{1,15}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(5_000).default(1_000),
});
export type RoutingLogAsked = z.infer<typeof RoutingLogAsked>;

/** A numbered row of `dispatch_input`, exactly as the engine heard it (`EngineInput` of `rules`). `at` is its only clock. */
export type RecordedInput = {
  id: number;
  step: number;
  at: string;
  kind: string;
  conversationId: ConversationId | null;
  agentId: AgentId | null;
  routingVersion: number | null;
  body: Record<string, unknown>;
};

/** What became of an input. `took-back`: of a drop, the decisions of its batch that were never carried out. */
export type InputOutcome =
  | { kind: 'heard' }
  | { kind: 'refused'; because: { code: string; values: Record<string, string | number> } }
  | { kind: 'parked'; detail: string }
  | { kind: 'took-back'; decisionIds: DecisionId[] };

/** `remembered`: what a new engine is restored from (`Remembered` of `rules`); `at`: the latest instant heard by then. */
export type RoutingSnapshot = {
  /** The last step it knows of: the log goes on with the next. */
  step: number;
  at: string;
  policyVersion: number;
  policy: PolicyV1;
  remembered: { agents: Record<string, unknown>[]; conversations: Record<string, unknown>[] };
};

export type RecordedStep = {
  input: RecordedInput;
  outcome: InputOutcome;
  /** The engine could not weigh it: a replay lets it `park` the input instead of hearing it. */
  isParked: boolean;
  /** Carried out at this step, in the order in which they were made. */
  decisions: Decision[];
};

/**
 * Steps in their order, without a gap. A new engine, given `snapshot.policy`, restored from `snapshot.remembered` at
 * `snapshot.at`, then told each input, makes `decisions` and, before a drop says so, those that it took back.
 */
export type RoutingLogPage = {
  /** On the first page alone. Where nothing so old is kept, the oldest there is: its `at` is then after `from`. */
  snapshot?: RoutingSnapshot;
  items: RecordedStep[];
  /** Null on the last page. */
  next: string | null;
};
