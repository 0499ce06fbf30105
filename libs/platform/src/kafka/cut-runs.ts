/** Cuts a partition's records into runs that one transaction each can take. */
import { type Fact, type FactType, topicOfFact } from '@trunkline/contracts';
import { headerText, type IncomingRecord, type ReadRecord, readRecord } from './read-record.ts';

/** A method that hears facts, by the name of its class and itself. */
export type Listener = { unit: string; take: (facts: Fact[]) => Promise<void> };
export type Heard = { record: IncomingRecord; fact: Fact };
export type Unreadable = Extract<ReadRecord, { ok: false }>;

export type Run =
  | { kind: 'deliver'; listeners: Listener[]; heard: Heard[] }
  | { kind: 'park'; record: IncomingRecord; why: Unreadable }
  /** Facts of known types that this service does not listen to. */
  | { kind: 'pass'; last: IncomingRecord };

export const longestRun = 500;

/** A run ends where another method's facts begin, so that the order of the partition is kept. */
export function* cutRuns(
  records: IncomingRecord[],
  listeners: ReadonlyMap<FactType, Listener[]>,
): Generator<Run, void, void> {
  let run: Run | undefined;
  for (const record of records) {
    if (isForOthers(record, listeners)) {
      const next: Run = { kind: 'pass', last: record };
      if (run && joins(run, next)) continue;
      if (run) yield run;
      run = next;
      continue;
    }
    const read = readRecord(record);
    if (!read.ok) {
      if (run) yield run;
      run = undefined;
      yield { kind: 'park', record, why: read };
      continue;
    }
    const next: Run = {
      kind: 'deliver',
      listeners: listeners.get(read.fact.type) as Listener[],
      heard: [{ record, fact: read.fact }],
    };
    if (run && joins(run, next)) continue;
    if (run) yield run;
    run = next;
  }
  if (run) yield run;
}

/** A fact that the contracts know and nobody here listens to: it is not even read. */
function isForOthers({ headers }: IncomingRecord, listeners: ReadonlyMap<FactType, Listener[]>): boolean {
  const type = headerText(headers.ce_type) as FactType | undefined;
  return type !== undefined && !listeners.has(type) && topicOfFact(type) !== undefined;
}

/** Lengthens the run by the next record where that is allowed. */
function joins(run: Run, next: Run): boolean {
  if (run.kind === 'pass' && next.kind === 'pass') {
    run.last = next.last;
    return true;
  }
  if (run.kind !== 'deliver' || next.kind !== 'deliver' || run.heard.length >= longestRun) return false;
  if (!sameUnits(run.listeners, next.listeners)) return false;
  run.heard.push(...next.heard);
  return true;
}

function sameUnits(some: Listener[], others: Listener[]): boolean {
  return some.length === others.length && some.every(({ unit }, index) => unit === others[index]?.unit);
}
