/** What specs are written with. */
export { anAgent } from './an-agent.ts';
export { checkLaws, type Law, sayVerdicts, type Verdict } from './check-laws.ts';
export type {
  Books,
  EscalatedSeen,
  Evidence,
  Got,
  LoadSeen,
  Outage,
  ParkedSeen,
  Replied,
  Rest,
  Sent,
  Shown,
  Span,
  TimedSeen,
} from './evidence.ts';
export { EvidenceLedger } from './evidence-ledger.ts';
export { freshDatabase, testPasswords } from './fresh-database.ts';
export { gatherTime } from './gather-time.ts';
export { givenCases } from './given-cases.ts';
export { escalateWhatIsOpen } from './laws/escalate-what-is-open.ts';
export { keepTime } from './laws/keep-time.ts';
