/** The dispatcher: one of all replicas holds its lease and takes inputs, batch after batch, one commit in flight. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Fenced, type Held, isTransient, Leases, LiveSettings, Log, Postgres } from '@trunkline/platform';
import { grantTime } from '../presence/presence.store.ts';
import { hearSettings } from './hear-settings.ts';
import { putTick } from './inputs.store.ts';
import { restUntilPoked } from './poke.ts';
import { type Dispatch, rebuildEngine } from './rebuild-engine.ts';
import { endAbsences, endRings, isAnythingOver } from './ring-timeouts.ts';
import { takeInputs, Unweighable } from './take-inputs.ts';

const batchLimit = 500;
const pollMs = 25;
const timeEachMs = 200;
const restAfterFailureMs = 200;
/** So often is an input tried by itself before it is parked. */
const triesAlone = 3;
/** This service's clock may be behind Postgres' by so much; asking too early costs one look. */
const clockTolerateMs = 300_000;
/** Nobody could be seen while nobody dispatched. */
const graceSeconds = 30;

@Injectable()
export class HoldTheLease implements OnApplicationBootstrap {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    private readonly leases: Leases,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.leases.hold('dispatcher', { onHeld: (held) => this.dispatch(held) });
  }

  /** Runs until the lease is lost or the service stops; ends by itself when another has taken over. */
  async dispatch(held: Held): Promise<void> {
    const work: Work = { held, limit: batchLimit, refusals: 0, parked: new Map() };
    await grantTime(this.postgres, graceSeconds);
    const time = this.watchTime(work);
    try {
      while (!held.signal.aborted) await this.takeOne(work);
    } catch (error) {
      if (!(error instanceof Fenced)) throw error;
      this.log.warn('another dispatcher has taken over', { epoch: held.epoch });
    } finally {
      work.isOver = true;
      await time;
    }
  }

  private async takeOne(work: Work): Promise<void> {
    const { held } = work;
    try {
      work.dispatch ??= await rebuildEngine(this.postgres, { epoch: held.epoch, owner: held.owner });
      await hearSettings(this.postgres, work.dispatch, this.settings);
      const taken = await takeInputs(this.postgres, work.dispatch, work);
      if (taken > 0) Object.assign(work, { limit: batchLimit, refusals: 0 });
      else await restUntilPoked(pollMs, held.signal);
    } catch (error) {
      work.dispatch = undefined;
      if (error instanceof Fenced) throw error;
      await this.goOnAfter(error, work);
    }
  }

  /** Transient: once more. What the engine cannot weigh is parked. A batch that Postgres refuses is taken one by one. */
  private async goOnAfter(error: unknown, work: Work): Promise<void> {
    this.log.warn('a batch was not committed; the engine is rebuilt', { error });
    if (error instanceof Unweighable) work.parked.set(error.inputId, error.message);
    else if (!isTransient(error)) await this.narrow(error, work);
    if (!(error instanceof Unweighable)) await restUntilPoked(restAfterFailureMs, work.held.signal);
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
      await restUntil(timeEachMs, signal);
    }
  }

  private async endWhatIsOver(held: Held): Promise<void> {
    await endRings(this.postgres, held);
    await endAbsences(this.postgres, held, this.settings.policy.assignment.goneAfterSeconds);
  }
}

type Work = {
  held: Held;
  limit: number;
  /** How often the first input was refused while taken alone. */
  refusals: number;
  parked: Map<number, string>;
  dispatch?: Dispatch | undefined;
  isOver?: boolean;
};

function restUntil(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
