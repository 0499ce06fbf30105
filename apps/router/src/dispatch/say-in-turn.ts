/** Lets a transaction's statements be given all at once: each goes out when the one before is done, while the next is written. */
import type { Tx } from '@trunkline/platform';

/** After one that failed nothing more goes out: what follows fails with it. */
export function sayInTurn(tx: Tx): Tx {
  let last: Promise<unknown> | undefined;
  return {
    ...tx,
    query: (sql, params) => {
      const mine = last ? last.then(() => tx.query(sql, params)) : tx.query(sql, params);
      last = mine;
      return mine as Promise<never[]>;
    },
  };
}
