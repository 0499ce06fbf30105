/** Asks Postgres for the transaction's time: the services' own clocks may be wrong by minutes. */
import type { Tx } from '@trunkline/platform';

export async function askTheTime(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ now: Date }>('SELECT now()');
  return row!.now.toISOString();
}
