/** What people did, apart from whom routing gave it to: the part of a day that another policy does not change. */
import type { AgentId, ConversationId, PolicyV1, Standard } from '@trunkline/contracts';
import type { EngineInput } from '../assign/engine-input.ts';
import type { Phase } from './follow-engine.ts';
import type { LogStart } from './routing-log.ts';

type Of<Kind extends EngineInput['kind']> = Extract<EngineInput, { kind: Kind }>;
export type Arrival = { input: Of<'waits'>; policy: PolicyV1 };

/**
 * What somebody did with a conversation, `after` so many ms: of this wait, of the time in hand since it last began to be
 * worked on (interruptions do not count), or since it was gone.
 */
export type Deed = { clock: Phase; after: number; order: number } & (
  | { input: Of<'leaves' | 'place' | 'room'> }
  | ({ input: Of<'waits'> } & Pick<Arrival, 'policy'>)
);

/** What was made of an offer, in the order in which offers were made. */
export type Reaction = { kind: 'accepts' | 'declines' | 'ring-ended'; after: number; note: string };

export type Part = { deeds: Deed[]; reactions: Reaction[] };

export type Script = {
  start: LogStart;
  /** ms */
  until: number;
  /** Came in at their own time, whatever was decided. */
  arrivals: Arrival[];
  people: Of<'presence' | 'staff'>[];
  parts: Map<ConversationId, Part>;
  /** Per agent, how long each absence after missed offers lasted, in ms; null: to the end. */
  absences: Map<AgentId, (number | null)[]>;
  typical: Typical;
};

/** For what nobody did in the record, because there it came otherwise. In ms. */
export type Typical = {
  accepts: number;
  handling: Partial<Record<Standard, number>>;
  anyHandling: number;
  absence: number;
};
