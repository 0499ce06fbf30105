/** The way to Postgres: one statement, or several in one transaction, in the schema of the service. */
import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { nameOf } from './name-statement.ts';

// biome-ignore lint/suspicious/noExplicitAny: the shape of a row is known where the statement stands
type Row = any;

/** An open transaction. `afterCommit` runs what must not happen before the rows are there (a poke, a push). */
export type Tx = {
  query<R = Row>(sql: string, params?: unknown[]): Promise<R[]>;
  afterCommit(run: () => void): void;
};

@Injectable()
export class Postgres {
  readonly source: DataSource;
  private readonly pool: Pool;

  constructor(source: DataSource) {
    this.source = source;
    // straight to the driver: what stands around it cost more than the statement
    this.pool = (source.driver as unknown as { master: Pool }).master;
  }

  /** A throw rolls back and goes on to the caller. Read committed; nothing in it may wait for another service. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const afterwards: (() => void)[] = [];
    const result = await this.withClient(async (client) => {
      await client.query('BEGIN');
      try {
        const done = await work({
          query: (sql, params) => rowsOf(client, sql, params),
          afterCommit: (run) => afterwards.push(run),
        });
        await client.query('COMMIT');
        return done;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {}); // a broken connection has rolled back by itself
        throw error;
      }
    });
    for (const run of afterwards) run();
    return result;
  }

  /** One statement, committed by itself. */
  query<R = Row>(sql: string, params?: unknown[]): Promise<R[]> {
    return this.withClient((client) => rowsOf<R>(client, sql, params));
  }

  /** A connection for who keeps it: to be released as broken, so that nobody else meets what was set on it. */
  borrow(): Promise<PoolClient> {
    return this.pool.connect();
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  /** A connection that fails while it is ours tells whoever asks next; nobody else is to hear of it. */
  private async withClient<T>(use: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    client.on('error', ignore);
    let isStale = false;
    try {
      return await use(client);
    } catch (error) {
      isStale = knowsOlderTables(error);
      if (isStale) throw Object.assign(error as Error, { retryable: true });
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(isStale);
    }
  }
}

const ignore = () => {};

/** A release that migrates meanwhile: a statement prepared before no longer fits, on a new connection it does. */
const knowsOlderTables = (error: unknown): boolean =>
  (error as { code?: unknown }).code === '0A000' && /cached plan/.test((error as Error).message);

/** With parameters it is prepared once a connection and named; without, it may hold several statements. */
async function rowsOf<R>(client: PoolClient, text: string, values?: unknown[]): Promise<R[]> {
  const { rows } = await client.query(values?.length ? { name: nameOf(text), text, values } : text);
  return (rows ?? []) as R[];
}
