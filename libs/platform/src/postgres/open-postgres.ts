/** Opens the pool of a service; waits a bounded time for a Postgres that is still starting. */
import { DataSource } from 'typeorm';
import { isTransient } from '../errors.ts';
import { columnTypes } from './column-types.ts';

export async function openPostgres(options: {
  url: string;
  poolSize?: number;
  waitMs?: number;
  as?: string;
}): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize ?? 6,
    connectTimeoutMS: 5_000,
    applicationName: options.as ?? 'trunkline',
    installExtensions: false,
    logging: false,
    extra: {
      types: columnTypes,
      statement_timeout: 3_000,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
    },
    poolErrorHandler: () => {}, // an idle connection broke; the pool opens another, and who needs it hears
  });
  const giveUpAt = Date.now() + (options.waitMs ?? 30_000);
  for (;;) {
    try {
      return await source.initialize();
    } catch (error) {
      if (!isTransient(error)) throw new Error(`Postgres refuses this service: ${(error as Error).message}`);
      if (Date.now() > giveUpAt) throw new Error(`Postgres is not reachable: ${(error as Error).message}`);
      await new Promise((next) => setTimeout(next, 250));
    }
  }
}
