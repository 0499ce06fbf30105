/** The way to Postgres: one statement, or several in one transaction, in the schema of the service. */
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

// biome-ignore lint/suspicious/noExplicitAny: the shape of a row is known where the statement stands
type Row = any;

/** An open transaction. `afterCommit` runs what must not happen before the rows are there (a poke, a push). */
export type Tx = {
  query<R = Row>(sql: string, params?: unknown[]): Promise<R[]>;
  manager: EntityManager;
  afterCommit(run: () => void): void;
};

@Injectable()
export class Postgres {
  readonly source: DataSource;

  constructor(source: DataSource) {
    this.source = source;
  }

  /** A throw rolls back and goes on to the caller. Read committed; nothing in it may wait for another service. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const afterwards: (() => void)[] = [];
    try {
      await runner.startTransaction();
      const result = await work({
        query: (sql, params) => rowsOf(runner, sql, params),
        manager: runner.manager,
        afterCommit: (run) => afterwards.push(run),
      });
      await runner.commitTransaction();
      for (const run of afterwards) run();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => {});
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** One statement, committed by itself. */
  async query<R = Row>(sql: string, params?: unknown[]): Promise<R[]> {
    const runner = this.source.createQueryRunner();
    try {
      return await rowsOf<R>(runner, sql, params);
    } finally {
      await runner.release();
    }
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** UPDATE and DELETE … RETURNING give their rows too, as TypeORM's plain result does not. */
async function rowsOf<R>(runner: QueryRunner, sql: string, params?: unknown[]): Promise<R[]> {
  const result = await runner.query(sql, params, true);
  return (result.records ?? []) as R[];
}
