/** Fires what is due: asks whether each clock still runs, then says so in the transaction that makes it true. */
import { Injectable } from '@nestjs/common';
import {
  AskService,
  faultPoint,
  guardLease,
  type Held,
  LiveSettings,
  Postgres,
  type Tx,
  writeFacts,
} from '@trunkline/platform';
import { ringAlarms } from '../alarms/ring-alarms.ts';
import { climbLadder } from '../escalations/climb-ladder.ts';
import { raiseForClocks } from '../escalations/raise-for-clocks.ts';
import { readPaces } from '../warnings/pace.store.ts';
import { askWhatStillRuns } from './ask-what-still-runs.ts';
import { carryOverPolicy } from './carry-over-policy.ts';
import { newOutcome } from './case.ts';
import { holdCases } from './clocks.store.ts';
import { type Ring, ringClocks, type States, stopSettled } from './ring-clocks.ts';
import { saveRows } from './save-outcome.ts';
import { askWhatIsDue, type Timer, takeTimers } from './timers.store.ts';

type Stand = { states: States; askedAt: string | null };
const askAgainAfterMs = 60_000;

@Injectable()
export class FireDue {
  /** The version to which all that runs was carried over, and when that was looked at. */
  private carried = { version: -1, at: 0 };

  constructor(
    readonly postgres: Postgres,
    private readonly ask: AskService,
    readonly settings: LiveSettings,
  ) {}

  /**
   * One turn: fires what is due and says in how many ms there will be more; 0 where there is more at once. Between two
   * turns one batch is carried over into a newer policy, so that neither waits for the other.
   */
  async fire(held: Held): Promise<number | undefined> {
    const isMore = await this.carryOver(held);
    const { due, nextInMs } = await askWhatIsDue(this.postgres);
    if (due.length === 0) return isMore ? 0 : nextInMs;
    const stand = await askWhatStillRuns(
      this.ask,
      due.map((timer) => timer.conversationId),
    );
    await this.postgres.transaction(async (tx) => {
      await guardLease(tx, held);
      await this.fireAll(tx, due, stand);
      faultPoint('timer.before-commit');
    });
    return 0;
  }

  /** Asked when the policy changes, and now and then: a replica that heard of it late may have started clocks by the old one. */
  private async carryOver(held: Held): Promise<boolean> {
    const { policy } = this.settings;
    const isDone = this.carried.version === policy.version && performance.now() - this.carried.at < askAgainAfterMs;
    if (isDone) return false;
    const isMore = await carryOverPolicy(this.postgres, held, policy);
    if (!isMore) this.carried = { version: policy.version, at: performance.now() };
    return isMore;
  }

  /** The conversations' rows are held meanwhile, so that no fact starts or stops a clock between question and effect. */
  private async fireAll(tx: Tx, due: Timer[], { states, askedAt }: Stand): Promise<void> {
    const known = await holdCases(
      tx,
      due.map((timer) => timer.conversationId),
    );
    const given = { policy: this.settings.policy, outcome: newOutcome() };
    stopSettled(known.values(), states, given);
    const fired = await takeTimers(
      tx,
      due.map((timer) => timer.id),
      askedAt,
    );
    const clocks = new Map(
      [...known.values()].flatMap((one) => one.clocks).map((clock) => [clock.id as string, clock]),
    );
    const rings = fired.flatMap((timer): Ring[] => {
      const clock = clocks.get(timer.about);
      return clock ? [{ timer, clock }] : [];
    });
    const { fromSeconds } = given.policy.time.delays;
    const foreseen = rings.filter(({ timer, clock }) => timer.step === 'look' && clock.limitSeconds >= fromSeconds);
    const tookOf = await readPaces(
      tx,
      foreseen.map(({ clock }) => clock),
    );
    const missed = ringClocks(rings, known, { now: Math.floor(fired[0]?.at ?? 0), states, tookOf, given });
    await saveRows(tx, given.outcome);
    const held = { cases: known, settings: this.settings };
    const found = [...missed.map((clock) => ({ clock, trigger: 'limit-missed' as const })), ...given.outcome.triggers];
    await writeFacts(tx, [
      ...given.outcome.facts,
      ...(await raiseForClocks(tx, found, held)),
      ...(await climbLadder(tx, fired, { states, ...held })),
      ...(await ringAlarms(tx, fired, held)),
    ]);
  }
}
