/** Takes one partition's fetched records in: run by run, poison found by halving, offsets committed after the effect. */
import type { Fact, FactType, ReasonCode } from '@trunkline/contracts';
import { cutRuns, type Heard, type Listener, longestRun, type Run } from './cut-runs.ts';
import { judgeFailure, tellFailure } from './judge-failure.ts';
import type { IncomingRecord } from './read-record.ts';

/** What the client gives with a fetched batch. */
export type Fetched = {
  records: IncomingRecord[];
  /** False once the partition may belong to somebody else. */
  isOurs: () => boolean;
  /** True when this member is to end: what is done is committed, the rest is left to the next. */
  isStopping: () => boolean;
  /** Moves this member's position past the record. */
  resolve: (record: IncomingRecord) => void;
  /** Tells the broker the position; absent where offsets are never committed. */
  commit?: (record: IncomingRecord) => Promise<void>;
  heartbeat: () => Promise<void>;
};

/** A record to be put aside, for whom and why. */
export type Parking = {
  record: IncomingRecord;
  consumer: string;
  eventId: string;
  because: ReasonCode;
  detail: string;
  tries: number;
};

export type Taking = {
  listeners: ReadonlyMap<FactType, Listener[]>;
  /** Who stands behind a record that no listener can be named for. */
  consumer: string;
  park: (item: Parking) => Promise<void>;
  /** A handler that does not come back is given up after this; the session with the broker lasts 10 s. */
  handlerLimitMs: number;
};

/** Waiting helps: the partition is to be paused, and to start again at the first record that was not resolved. */
export class WaitFirst extends Error {
  override name = 'WaitFirst';
  constructor(override readonly cause: unknown) {
    super(tellFailure(cause));
  }
}
class LeaveOff extends Error {}
class TooSlow extends Error {
  override name = 'TooSlow';
  readonly retryable = false;
}

/** Ends early, without an error, when the partition is no longer ours; throws `WaitFirst`, or the client's own errors. */
export async function takeBatch(fetched: Fetched, taking: Taking): Promise<void> {
  const progress = trackProgress(fetched);
  try {
    for (const run of cutRuns(fetched.records, taking.listeners)) await takeRun(run, taking, progress);
    await progress.commit();
  } catch (error) {
    if (fetched.isOurs()) await progress.commit();
    if (!(error instanceof LeaveOff)) throw error;
  }
}

type Progress = {
  /** The effect of all up to this record is committed. */
  passed: (record: IncomingRecord, count: number) => Promise<void>;
  /** Keeps the membership alive between attempts; throws where this member is to leave off. */
  beat: () => Promise<void>;
  commit: () => Promise<void>;
};

function trackProgress(fetched: Fetched): Progress {
  let last: IncomingRecord | undefined;
  let uncommitted = 0;
  const commit = async (): Promise<void> => {
    if (!last) return;
    const upTo = last;
    [last, uncommitted] = [undefined, 0];
    await fetched.commit?.(upTo);
  };
  const passed = async (record: IncomingRecord, count: number): Promise<void> => {
    if (!fetched.isOurs()) throw new LeaveOff();
    fetched.resolve(record);
    last = record;
    uncommitted += count;
    if (uncommitted >= longestRun) await commit();
    await beat();
  };
  const beat = async (): Promise<void> => {
    await fetched.heartbeat();
    if (!fetched.isOurs() || fetched.isStopping()) throw new LeaveOff();
  };
  return { passed, beat, commit };
}

async function takeRun(run: Run, taking: Taking, progress: Progress): Promise<void> {
  if (run.kind === 'deliver') return deliver(run.listeners, run.heard, { taking, progress });
  if (run.kind === 'park') {
    const { eventId, because, detail } = run.why;
    await parkOrWait(taking, { record: run.record, consumer: taking.consumer, eventId, because, detail, tries: 1 });
  }
  await progress.passed(run.kind === 'pass' ? run.last : run.record, 1);
}

type Course = { taking: Taking; progress: Progress };

async function deliver(listeners: Listener[], heard: Heard[], course: Course): Promise<void> {
  const last = heard.at(-1) as Heard;
  if (heard.length === 1) {
    for (const listener of listeners) await deliverOne(listener, last, course);
    return course.progress.passed(last.record, 1);
  }
  try {
    const batch = heard.map(({ fact }) => fact);
    for (const listener of listeners) await inTime(listener, batch, course.taking.handlerLimitMs);
  } catch (error) {
    if (judgeFailure(error).kind === 'wait') throw new WaitFirst(error);
    await course.progress.beat();
    const middle = heard.length >> 1;
    await deliver(listeners, heard.slice(0, middle), course);
    return deliver(listeners, heard.slice(middle), course);
  }
  await course.progress.passed(last.record, heard.length);
}

/** A record that stands alone is tried until it is taken, or parked. */
async function deliverOne(listener: Listener, { record, fact }: Heard, { taking, progress }: Course): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTime(listener, [fact], taking.handlerLimitMs);
    } catch (error) {
      const judged = judgeFailure(error);
      if (judged.kind === 'wait') throw new WaitFirst(error);
      await progress.beat();
      if (tries < judged.after) continue;
      const { because, detail } = judged;
      return parkOrWait(taking, { record, consumer: listener.unit, eventId: fact.id, because, detail, tries });
    }
  }
}

/** If even parking fails the record must not be passed: whatever the reason, it is tried again later. */
async function parkOrWait(taking: Taking, item: Parking): Promise<void> {
  await taking.park(item).catch((error: unknown) => {
    throw new WaitFirst(error);
  });
}

async function inTime(listener: Listener, batch: Fact[], limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`${listener.unit} took over ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([listener.take(batch), limit]);
  } finally {
    clearTimeout(timer);
  }
}
