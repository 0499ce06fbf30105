/** What specs are written with. */
export { anAgent } from './an-agent.ts';
export { checkLaws, type Law, sayVerdicts, type Verdict } from './check-laws.ts';
export type { Books, Evidence, Got, LoadSeen, ParkedSeen, Replied, Rest, Sent, Shown, Span } from './evidence.ts';
export { EvidenceLedger } from './evidence-ledger.ts';
export { freshDatabase, testPasswords } from './fresh-database.ts';
export { givenCases } from './given-cases.ts';
