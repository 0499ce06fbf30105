/** Tells the other replicas of this service that rows wait for them: a hint that may be lost, for they poll as well. */
import { setTimeout as delay } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { Postgres } from '../postgres/transaction.ts';

/** As many commits as fall into this share one hint: Postgres lets only one who notifies commit at a time. */
const gatherMs = 10;
const reopenAfterMs = 5_000;

export class HintReplicas {
  private listening?: PoolClient;
  private reopen?: NodeJS.Timeout;
  private sending = false;
  private closed = false;

  constructor(
    private readonly postgres: Postgres,
    private readonly channel: string,
  ) {}

  /** Holds one connection of its own; without it, as behind a pooler, the poll does the work. */
  listen(hear: () => void): void {
    this.open(hear).catch(() => {
      if (!this.closed) this.reopen = setTimeout(() => this.listen(hear), reopenAfterMs).unref();
    });
  }

  send(): void {
    if (this.sending || this.closed) return;
    this.sending = true;
    void delay(gatherMs)
      .then(() => {
        this.sending = false;
        return this.postgres.query('SELECT pg_notify($1, $2)', [this.channel, '']);
      })
      .catch(() => undefined);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.reopen);
    this.listening?.release(true);
    this.listening = undefined;
  }

  private async open(hear: () => void): Promise<void> {
    const client = await this.postgres.borrow();
    if (this.closed) return client.release(true);
    this.listening = client;
    client.on('notification', hear);
    client.on('error', () => {
      if (this.listening !== client) return;
      this.listening = undefined;
      client.release(true);
      this.reopen = setTimeout(() => this.listen(hear), reopenAfterMs).unref();
    });
    await client.query(`LISTEN ${this.channel}`);
  }
}
