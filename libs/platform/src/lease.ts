/** Leases: one holder per name over all replicas, with an epoch that guards every write made under it. */
import { Inject, Injectable } from '@nestjs/common';
import { Fenced } from './errors.ts';
import { Log } from './log.ts';
import { pause } from './pause.ts';
import { Postgres, type Tx } from './postgres/transaction.ts';
import { type Me, SERVICE } from './tokens.ts';

/** `signal` fires when the lease is lost or the service stops; from then on `guardLease` may refuse. */
export type Held = { name: string; owner: string; epoch: number; signal: AbortSignal };
export type HoldOptions = { ttlMs?: number; onHeld: (held: Held) => Promise<void> };
/** A competition for a lease; `stop` lets `onHeld` end, gives the lease back and resolves. */
export type Holding = { stop(): Promise<void> };

@Injectable()
export class Leases {
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private readonly renewals: Renewal[] = [];

  constructor(
    private readonly postgres: Postgres,
    @Inject(SERVICE) private readonly me: Me,
    private readonly log: Log,
  ) {}

  /** Competes until stopped; `onHeld` runs while held, and again whenever the lease is won again. */
  hold(name: string, { ttlMs = 6_000, onHeld }: HoldOptions): Holding {
    const own = new AbortController();
    const stop = AbortSignal.any([own.signal, this.stopping.signal]);
    const loop = this.compete(name, { ttlMs, onHeld, stop }).finally(() => this.running.delete(loop));
    this.running.add(loop);
    return {
      stop: () => {
        own.abort();
        return loop;
      },
    };
  }

  /** Ends all, each lease given back at once so that another replica need not wait for its end. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled(this.running);
  }

  private async compete(name: string, options: HoldOptions & { ttlMs: number; stop: AbortSignal }): Promise<void> {
    const { ttlMs, stop } = options;
    while (!stop.aborted) {
      const askedAt = performance.now();
      const epoch = await this.take(name, ttlMs).catch((error) => {
        this.log.warn('a lease could not be asked for', { lease: name, error });
        return undefined;
      });
      if (epoch !== undefined)
        await this.keep({ name, owner: this.me.instance, epoch, until: askedAt + ttlMs }, options);
      await pause(ttlMs / 3, stop);
    }
  }

  private async take(name: string, ttlMs: number): Promise<number | undefined> {
    const [won] = await this.postgres.query<{ epoch: number }>(
      `INSERT INTO lease (name, owner, epoch, until) VALUES ($1, $2, 1, now() + $3 * interval '1 ms')
       ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, epoch = lease.epoch + 1, until = excluded.until
       WHERE lease.until <= now() RETURNING epoch`,
      [name, this.me.instance, ttlMs],
    );
    return won?.epoch;
  }

  /** Runs `onHeld` and renews beside it. The own clock ends it too: a renewal that hangs must not outlive the lease. */
  private async keep(
    won: Omit<Held, 'signal'> & { until: number },
    options: HoldOptions & { ttlMs: number; stop: AbortSignal },
  ) {
    const lost = new AbortController();
    const held: Held = { ...won, signal: AbortSignal.any([lost.signal, options.stop]) };
    const renewing = this.renew(won, { ttlMs: options.ttlMs, lost, signal: held.signal });
    try {
      await options.onHeld(held);
    } catch (error) {
      if (!held.signal.aborted) this.log.error('what ran under a lease failed', { lease: won.name, error });
    } finally {
      lost.abort();
      await renewing;
      await this.giveBack(won).catch(() => {}); // it runs out by itself
    }
  }

  private async renew(won: { name: string; owner: string; epoch: number; until: number }, watch: Watch): Promise<void> {
    let end = setTimeout(() => watch.lost.abort(), won.until - performance.now());
    while (!watch.signal.aborted) {
      await pause(watch.ttlMs / 3, watch.signal);
      if (watch.signal.aborted) break;
      const askedAt = performance.now();
      const stands = await this.renewTogether(won, watch.ttlMs);
      if (stands === false) watch.lost.abort();
      if (!stands || watch.signal.aborted) continue;
      clearTimeout(end);
      end = setTimeout(() => watch.lost.abort(), askedAt + watch.ttlMs - performance.now());
    }
    clearTimeout(end);
  }

  /** Leases that fall due at about the same time share one statement. Undefined where Postgres is away: the timer decides. */
  private renewTogether({ name, owner, epoch }: Omit<Held, 'signal'>, ttlMs: number): Promise<boolean | undefined> {
    return new Promise((tell) => {
      this.renewals.push({ name, owner, epoch, ttlMs, tell });
      if (this.renewals.length === 1) setTimeout(() => void this.renewAll(), Math.min(gatherMs, ttlMs / 30));
    });
  }

  private async renewAll(): Promise<void> {
    const all = this.renewals.splice(0).sort((a, b) => (a.name < b.name ? -1 : 1)); // in one order, as all who lock several
    const rows = await this.postgres
      .query<{ name: string }>(
        `UPDATE lease SET until = now() + ttl * interval '1 ms'
         FROM unnest($1::text[], $2::text[], $3::bigint[], $4::int[]) AS ours (name, owner, epoch, ttl)
         WHERE lease.name = ours.name AND lease.owner = ours.owner AND lease.epoch = ours.epoch RETURNING lease.name`,
        [
          all.map(({ name }) => name),
          all.map(({ owner }) => owner),
          all.map(({ epoch }) => epoch),
          all.map(({ ttlMs }) => ttlMs),
        ],
      )
      .catch(() => undefined);
    const stand = rows && new Set(rows.map(({ name }) => name));
    for (const { name, tell } of all) tell(stand?.has(name));
  }

  private async giveBack({ name, owner, epoch }: { name: string; owner: string; epoch: number }): Promise<void> {
    const sql = 'UPDATE lease SET until = now() WHERE name = $1 AND owner = $2 AND epoch = $3 AND until > now()';
    await this.postgres.query(sql, [name, owner, epoch]);
  }
}

/** At most, and little beside the third of its time after which a lease is renewed. */
const gatherMs = 100;
type Renewal = Omit<Held, 'signal'> & { ttlMs: number; tell: (stands: boolean | undefined) => void };
type Watch = { ttlMs: number; lost: AbortController; signal: AbortSignal };

/** First statement of every transaction under a lease: who lost it meanwhile rolls back. */
export async function guardLease(tx: Tx, held: Held): Promise<void> {
  await guardLeases(tx, [held]);
}

/** The same under several: all of them must still be ours. */
export async function guardLeases(tx: Tx, held: readonly Held[]): Promise<void> {
  const rows = await tx.query<{ name: string }>(
    `SELECT name FROM lease JOIN unnest($1::text[], $2::text[], $3::bigint[]) AS ours (name, owner, epoch) USING (name, owner, epoch)
     ORDER BY name FOR SHARE OF lease`,
    [held.map(({ name }) => name), held.map(({ owner }) => owner), held.map(({ epoch }) => epoch)],
  );
  const ours = new Set(rows.map(({ name }) => name));
  const lost = held.find(({ name }) => !ours.has(name));
  if (lost) throw new Fenced(lost.name);
}
