/** Adds a report to what is known of a call: the same reports in any order, or twice, come to the same. */
import type { CallState } from '@trunkline/contracts';

/** What one report says; `at` is an ISO instant. */
export type CallReport = {
  state: CallState;
  at: string;
  agent: string | null;
  language: string | null;
  topic: string | null;
  name: string | null;
  recordingUrl: string | null;
  voicemail: string | null;
  seconds: number | null;
};
type Latest = { value: string; at: string };
export type CallStand = {
  rangAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  /** Some end said that it broke off. */
  brokeOff: boolean;
  seconds: number | null;
} & Record<Said, Latest | null>;

const said = ['agent', 'language', 'topic', 'name', 'recordingUrl', 'voicemail'] as const;
type Said = (typeof said)[number];

const nothing: CallStand = {
  rangAt: '',
  answeredAt: null,
  endedAt: null,
  brokeOff: false,
  seconds: null,
  agent: null,
  language: null,
  topic: null,
  name: null,
  recordingUrl: null,
  voicemail: null,
};

export function addReport(known: CallStand | null, report: CallReport): CallStand {
  const before = known ?? nothing;
  const { state, at, seconds } = report;
  // who ended a call must have answered it, whether or not that was heard
  const isAnswer = state === 'answered' || (state === 'ended' && report.agent !== null);
  const isEnd = state === 'ended' || state === 'missed' || state === 'dropped';
  return {
    ...before,
    rangAt: before.rangAt === '' || at < before.rangAt ? at : before.rangAt,
    answeredAt: isAnswer ? earlier(before.answeredAt, at) : before.answeredAt,
    endedAt: isEnd ? earlier(before.endedAt, at) : before.endedAt,
    brokeOff: before.brokeOff || state === 'dropped',
    seconds: seconds === null ? before.seconds : Math.max(seconds, before.seconds ?? 0),
    ...Object.fromEntries(said.map((what) => [what, later(before[what], report[what], at)])),
  };
}

/** What nobody answered was missed, however it is said to have ended. */
export function stateOf({ answeredAt, endedAt, brokeOff }: CallStand): CallState {
  if (endedAt === null) return answeredAt === null ? 'ringing' : 'answered';
  if (answeredAt === null) return 'missed';
  return brokeOff ? 'dropped' : 'ended';
}

const earlier = (known: string | null, at: string) => (known === null || at < known ? at : known);

function later(known: Latest | null, value: string | null, at: string): Latest | null {
  if (value === null || value === '') return known;
  if (known === null || at > known.at || (at === known.at && value > known.value)) return { value, at };
  return known;
}
