/** The instant by Postgres' clock, in ms: this process' own may be wrong by minutes. */
import type { Tx } from '@trunkline/platform';

export async function nowOf(tx: Pick<Tx, 'query'>): Promise<number> {
  const [row] = await tx.query<{ now: Date }>('SELECT now() AS now');
  return row!.now.getTime();
}
