/** Who asked not to be written to any more, by their last word about it. */
import type { Postgres, Tx } from '@trunkline/platform';
import type { StoredMessage } from '../channel.ts';
import { wholeWordOf } from './whole-words.ts';

/** In the receipts' transaction: STOP counts from the commit on, START takes it back. */
export async function storeBeside(tx: Tx, stored: StoredMessage[]): Promise<Map<string, unknown>> {
  for (const { message } of stored) {
    const word = wholeWordOf(message.text);
    if (word !== 'stop' && word !== 'start') continue;
    await tx.query(
      `INSERT INTO sms_opt_out (account, address, is_out) VALUES ($1, $2, $3)
       ON CONFLICT (account, address) DO UPDATE SET is_out = excluded.is_out, at = now()`,
      [message.account, message.from.address, word === 'stop'],
    );
  }
  return new Map();
}

export async function isOptedOut(postgres: Postgres, who: { account: string; address: string }): Promise<boolean> {
  const sql = 'SELECT is_out FROM sms_opt_out WHERE account = $1 AND address = $2 AND is_out';
  return (await postgres.query(sql, [who.account, who.address])).length > 0;
}
