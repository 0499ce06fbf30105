/** The dispatcher: one of all replicas holds its lease and takes inputs, batch after batch, one commit in flight. */
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Fenced, type Held, HintReplicas, isTransient, Leases, LiveSettings, Log, Postgres } from '@trunkline/platform';
import { grantTime } from '../presence/presence.store.ts';
import { hearSettings } from './hear-settings.ts';
import { putTick } from './inputs.store.ts';
import { batchSeconds, leaseHeld, rebuildSeconds, rebuilds } from './measure-dispatch.ts';
import { type Bell, hangBell, onPokeElsewhere, pokeDispatch, sleep } from './poke.ts';
import { type Dispatch, rebuildEngine } from './rebuild-engine.ts';
import { endAbsences, endRings, isAnythingOver } from './ring-timeouts.ts';
import { takeInputs, Unweighable } from './take-inputs.ts';

const batchLimit = 500;
/** Finds what no poke and no hint told of: one whose sender died between commit and hint. */
const pollMs = 250;
/** A dispatcher that dies is missed for so long, and a third of it until the next one asks. */
const leaseMs = 4_000;
const timeEachMs = 200;
/** Where replicas that do not dispatch say that they have put an input. */
const hintsOf = 'dispatch';
const restAfterFailureMs = 200;
/** So often is an input tried by itself before it is parked. */
const triesAlone = 3;
/** This service's clock may be behind Postgres' by so much; asking too early costs one look. */
const clockTolerateMs = 300_000;
/** Nobody could be seen while nobody dispatched. */
const graceSeconds = 30;

@Injectable()
export class HoldTheLease implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly hints: HintReplicas;
  private stopSending = () => {};

  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    private readonly leases: Leases,
    private readonly log: Log,
  ) {
    this.hints = new HintReplicas(postgres, hintsOf);
  }

  onApplicationBootstrap(): void {
    this.stopSending = onPokeElsewhere(() => this.hints.send());
    this.leases.hold('dispatcher', { ttlMs: leaseMs, onHeld: (held) => this.dispatch(held) });
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopSending();
    await this.hints.close();
  }

  /** Runs until the lease is lost or the service stops; ends by itself when another has taken over. */
  async dispatch(held: Held): Promise<void> {
    const bell = hangBell();
    const hints = new HintReplicas(this.postgres, hintsOf);
    hints.listen(pokeDispatch);
    leaseHeld.set(1);
    const work: Work = { held, bell, limit: batchLimit, refusals: 0, parked: new Map() };
    let time = Promise.resolve();
    try {
      await grantTime(this.postgres, graceSeconds);
      time = this.watchTime(work);
      while (!held.signal.aborted) await this.takeOne(work);
    } catch (error) {
      if (!(error instanceof Fenced)) throw error;
      this.log.warn('another dispatcher has taken over', { epoch: held.epoch });
    } finally {
      work.isOver = true;
      leaseHeld.set(0);
      bell.takeDown();
      await Promise.all([time, hints.close()]);
    }
  }

  private async takeOne(work: Work): Promise<void> {
    const { held, bell } = work;
    try {
      work.dispatch ??= await this.rebuild(held);
      await hearSettings(this.postgres, work.dispatch, this.settings);
      bell.clear(); // what is committed from here on rings again
      const began = performance.now();
      const taken = await takeInputs(this.postgres, work.dispatch, work);
      if (taken > 0) batchSeconds.observe((performance.now() - began) / 1000);
      if (taken > 0) Object.assign(work, { limit: batchLimit, refusals: 0 });
      else await bell.rest(pollMs, held.signal);
    } catch (error) {
      work.dispatch = undefined;
      if (error instanceof Fenced) throw error;
      await this.goOnAfter(error, work);
    }
  }

  private async rebuild({ epoch, owner }: Held): Promise<Dispatch> {
    const done = rebuildSeconds.startTimer();
    const dispatch = await rebuildEngine(this.postgres, { epoch, owner });
    done();
    rebuilds.inc();
    return dispatch;
  }

  /** Transient: once more. What the engine cannot weigh is parked. A batch that Postgres refuses is taken one by one. */
  private async goOnAfter(error: unknown, work: Work): Promise<void> {
    this.log.warn('a batch was not committed; the engine is rebuilt', { error });
    if (error instanceof Unweighable) work.parked.set(error.inputId, error.message);
    else if (!isTransient(error)) await this.narrow(error, work);
    if (!(error instanceof Unweighable)) await sleep(restAfterFailureMs, work.held);
  }

  private async narrow(error: unknown, work: Work): Promise<void> {
    if (work.limit > 1) {
      work.limit = 1;
      work.refusals = 0;
      return;
    }
    work.refusals += 1;
    if (work.refusals < triesAlone) return;
    const [first] = await this.postgres.query<{ id: number }>(
      'SELECT id::float8 AS id FROM dispatch_input WHERE step IS NULL ORDER BY id LIMIT 1',
    );
    if (first) work.parked.set(first.id, `Postgres refuses what follows from it: ${(error as Error).message}`);
    work.refusals = 0;
  }

  private async watchTime(work: Work): Promise<void> {
    const { signal } = work.held;
    while (!signal.aborted && !work.isOver) {
      try {
        if (await isAnythingOver(this.postgres)) await this.endWhatIsOver(work.held);
        const dueAt = work.dispatch?.engine.nextDueAt();
        if (dueAt && Date.parse(dueAt) < Date.now() + clockTolerateMs) await putTick(this.postgres, dueAt);
      } catch (error) {
        if (error instanceof Fenced) return;
        this.log.warn('what time made true was not written', { error });
      }
      await sleep(timeEachMs, { signal });
    }
  }

  private async endWhatIsOver(held: Held): Promise<void> {
    await endRings(this.postgres, held);
    await endAbsences(this.postgres, held, this.settings.policy.assignment.goneAfterSeconds);
  }
}

type Work = {
  held: Held;
  bell: Bell;
  limit: number;
  /** How often the first input was refused while taken alone. */
  refusals: number;
  parked: Map<number, string>;
  dispatch?: Dispatch | undefined;
  isOver?: boolean;
};
