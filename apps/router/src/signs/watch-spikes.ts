/** Looks, under a lease, whether many report the same: opens one incident for it, adds to it, and lets it end. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type IncidentId, newId, type PolicyV1 } from '@trunkline/contracts';
import { guardLease, type Held, Leases, LiveSettings, Log, Postgres, type Tx, writeFacts } from '@trunkline/platform';
import { findLabel, findSpike, isSpikeOver, usualWindows } from '@trunkline/rules';
import { sleep } from '../dispatch/poke.ts';
import { holdConversations } from '../intake/conversations.store.ts';
import { closeIncident } from './close-incident.ts';
import {
  addMembers,
  countWindows,
  insertIncident,
  type KnownIncident,
  readIncidents,
  refreshIncident,
} from './incidents.store.ts';
import { raiseSigns } from './raise-signs.ts';

const everyMs = 15_000;
/** More members than this are counted, not listed. */
const mostMembers = 500;

@Injectable()
export class WatchSpikes implements OnApplicationBootstrap {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    private readonly leases: Leases,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.leases.hold('spikes', { onHeld: (held) => this.watch(held) });
  }

  private async watch(held: Held): Promise<void> {
    while (!held.signal.aborted) {
      await this.look(held).catch((error) => this.log.warn('what many report was not looked at', { error }));
      await rest(everyMs, held.signal);
    }
  }

  /** One look. Each incident is opened, moved on or closed in a transaction of its own. */
  async look(held?: Held): Promise<void> {
    const { policy } = this.settings;
    const { windowMinutes: minutes, risingWindows } = policy.signs.spike;
    const counts = await countWindows(this.postgres, { minutes, windows: usualWindows + risingWindows });
    const known = await readIncidents(this.postgres);
    for (const [label, windows] of counts) {
      const spike = findSpike(windows, policy.signs);
      if (spike.kind !== 'spike' || isPraise(label, policy) || isKnown(known, label, minutes * risingWindows)) continue;
      await this.guarded(held, (tx) => open(tx, { label, counts: windows, usual: spike.usual }, policy));
    }
    for (const incident of known.filter(({ isOpen }) => isOpen)) {
      const windows = counts.get(incident.label) ?? [0];
      const isOver = isSpikeOver(windows.at(-1)!, incident.usual, policy.signs);
      const because = { code: 'back-to-usual', values: {} };
      await this.guarded(held, async (tx) => {
        await goOn(tx, incident, windows, policy);
        if (isOver) await closeIncident(tx, { id: incident.id, by: null, because });
      });
    }
  }

  private guarded(held: Held | undefined, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.postgres.transaction(async (tx) => {
      if (held) await guardLease(tx, held);
      await work(tx);
    });
  }
}

/** What stands is not opened again; what a person closed rests until the rise has passed. */
const isKnown = (known: KnownIncident[], label: string, restMinutes: number): boolean =>
  known.some((one) => one.label === label && (one.isOpen || (one.closedMinutesAgo ?? 0) < restMinutes));

const isPraise = (label: string, policy: PolicyV1): boolean => findLabel(label, policy)?.label.kind === 'praise';

type Rise = { label: string; counts: number[]; usual: number };

async function open(tx: Tx, { label, counts, usual }: Rise, policy: PolicyV1): Promise<void> {
  const id = newId<IncidentId>();
  const { windowMinutes } = policy.signs.spike;
  if (!(await insertIncident(tx, { id, label, windowMinutes, counts, usual }))) return;
  const incident = await goOn(tx, { id, label, usual }, counts, policy);
  const [row] = await tx.query<{ at: Date }>('SELECT opened_at AS at FROM incident WHERE id = $1', [id]);
  const { version, queues } = incident;
  const count = counts.at(-1)!;
  const data = { incidentId: id, version, label, queues, count, openedAt: row!.at.toISOString(), usual };
  await writeFacts(tx, [{ type: 'incident.opened', key: id, data }]);
}

type Standing = Pick<KnownIncident, 'id' | 'label' | 'usual'>;

/** Who reports it becomes a member, is sensitive, and moves forward with the others. */
async function goOn(
  tx: Tx,
  { id, label, usual }: Standing,
  counts: number[],
  policy: PolicyV1,
): Promise<KnownIncident> {
  const { windowMinutes, risingWindows } = policy.signs.spike;
  const added = await addMembers(tx, { id, label, minutes: windowMinutes * risingWindows, most: mostMembers });
  const members = [...(await holdConversations(tx, added)).values()].filter(({ state }) => state !== 'closed');
  const values = { count: counts.at(-1)!, minutes: windowMinutes, usual: Math.round(usual * 10) / 10 };
  const because = { code: 'many-in-a-window', values };
  const marks = members.map(
    (held) => ({ held, kind: 'many-report-it', basis: 'count', because, incidentId: id }) as const,
  );
  await raiseSigns(tx, marks, policy);
  return refreshIncident(tx, { id, counts });
}

/** Nobody pokes this one: the next look is soon enough. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  const until = performance.now() + ms;
  while (!signal.aborted && performance.now() < until) await sleep(until - performance.now(), { signal });
}
