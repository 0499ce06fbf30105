/** What an application of a desk file is made of: what differs, what stands in the way, and the writes in their order. */
import type { AgentId, DeskFile, PolicyChange, PolicyV1, RosterDay, RosterShift, StaffV1 } from '@trunkline/contracts';

/** Where in the file something stands: `['staff', 3, 'groups']`. */
export type Steps = (string | number)[];
export type Problem = { steps: Steps; severity: 'error' | 'warning'; sentence: string; because: string };
/** On the desk, in a list or a map that the file speaks of, and not in the file. */
export type OnlyOnDesk = { path: string; names: string[] };

/** The desk as it is now, asked of the gateway. */
export type Present = {
  policy: PolicyV1;
  staff: StaffV1[];
  /** Codes of the notification targets. */
  targets: string[];
  /** Of the days that the file names. */
  roster: RosterDay[];
  asks: AgentId;
};

export type NewPerson = Omit<StaffV1, 'id' | 'active'>;
export type PersonStep =
  | { kind: 'add'; email: string; body: NewPerson }
  | { kind: 'change'; email: string; id: AgentId; body: Partial<StaffV1> }
  | { kind: 'deactivate'; email: string; id: AgentId };
/** A shift by e-mail: who is new has an id only when the shift is written. */
export type PlannedShift = Omit<RosterShift, 'agentId'> & { email: string };
export type DayStep = { queue: string; date: string; version: number; shifts: PlannedShift[] };

export type Plan = {
  differences: PolicyChange[];
  onlyOnDesk: OnlyOnDesk[];
  problems: Problem[];
  /** Null: the policy stays. `base`: the version that it was made from. */
  policy: { base: number; wanted: PolicyV1 } | null;
  people: PersonStep[];
  /** The policy asks for people that are not there yet. */
  peopleFirst: boolean;
  days: DayStep[];
};

export type Asked = {
  file: DeskFile;
  present: Present;
  prune: boolean;
  refusesPattern(pattern: string): string | null;
};
