/** Fires what is due: asks whether each clock still runs, then says so in the transaction that makes it true. */
import { Injectable } from '@nestjs/common';
import type { ConversationId, ConversationStateNow } from '@trunkline/contracts';
import {
  AskService,
  faultPoint,
  guardLease,
  type Held,
  LiveSettings,
  type NewFact,
  Postgres,
  type Tx,
  writeFacts,
} from '@trunkline/platform';
import { stillRuns } from '@trunkline/rules';
import { climbLadder } from '../escalations/climb-ladder.ts';
import { missLimit } from '../escalations/miss-limit.ts';
import { warnBeforeDue } from '../warnings/warn-before-due.ts';
import { askWhatStillRuns } from './ask-what-still-runs.ts';
import { type Clock, type Stop, sayMet } from './clock.ts';
import { clocksById, holdCases, stopClocks } from './clocks.store.ts';
import { askWhatIsDue, type Timer, takeTimers } from './timers.store.ts';

type States = ReadonlyMap<ConversationId, ConversationStateNow>;

@Injectable()
export class FireDue {
  constructor(
    readonly postgres: Postgres,
    private readonly ask: AskService,
    readonly settings: LiveSettings,
  ) {}

  /** One turn: fires what is due and says in how many ms there will be more; 0 where there is more at once. */
  async fire(held: Held): Promise<number | undefined> {
    const { due, nextInMs } = await askWhatIsDue(this.postgres);
    if (due.length === 0) return nextInMs;
    const states = await askWhatStillRuns(
      this.ask,
      due.map((timer) => timer.conversationId),
    );
    await this.postgres.transaction(async (tx) => {
      await guardLease(tx, held);
      await this.fireAll(tx, due, states);
      faultPoint('timer.before-commit');
    });
    return 0;
  }

  /** The conversations' rows are held meanwhile, so that no fact starts or stops a clock between question and effect. */
  private async fireAll(tx: Tx, due: Timer[], states: States): Promise<void> {
    await holdCases(
      tx,
      due.map((timer) => timer.conversationId),
    );
    const clocks = await clocksById(
      tx,
      due.map((timer) => timer.about),
    );
    const facts = await stopSettled(tx, [...clocks.values()], states);
    const fired = await takeTimers(
      tx,
      due.map((timer) => timer.id),
    );
    const rings = fired.map((timer) => ({ timer, clock: clocks.get(timer.about)! }));
    const at = (step: RegExp) => rings.filter(({ timer }) => step.test(timer.step));
    facts.push(...(await warnBeforeDue(tx, at(/^look$/))));
    facts.push(...(await missLimit(tx, at(/^due$/), this.settings)));
    facts.push(...(await climbLadder(tx, at(/^climb-/), this.settings)));
    await writeFacts(tx, facts);
  }
}

/** What the router says has been answered or has ended is stopped at that instant, and its timers are gone. */
async function stopSettled(tx: Tx, clocks: Clock[], states: States): Promise<NewFact[]> {
  const stops = clocks.flatMap((clock): { clock: Clock; stop: Stop }[] => {
    const verdict = standOf(clock, states);
    return verdict.kind === 'runs' ? [] : [{ clock, stop: verdict }];
  });
  const stopped = await stopClocks(tx, stops);
  return stops.filter(({ clock }) => stopped.has(clock.id)).map(({ clock, stop }) => sayMet(clock, stop));
}

/** A conversation that the router does not have any more was erased: nothing is owed. */
function standOf(clock: Clock, states: States) {
  const state = states.get(clock.conversationId);
  if (!state) return { kind: 'stopped' as const, at: clock.startedAt, because: 'closed' };
  return stillRuns(clock, state);
}
