/** How far a mailbox was read: moved only under the mailbox's lease, in the transaction that took the mails in. */
import { guardLease, type Held, type Postgres, type Tx } from '@trunkline/platform';

/**
 * UIDs up to `uid` are received, or proven absent by a search. Up to `readAgainUntil` the mails may be ones that were
 * received before the server renumbered the mailbox.
 */
export type Cursor = { uidValidity: number; uid: number; readAgainUntil: number };

export async function readCursor(postgres: Postgres, account: string): Promise<Cursor | undefined> {
  const [cursor] = await postgres.query<Cursor>(
    `SELECT uid_validity AS "uidValidity", uid, read_again_until AS "readAgainUntil"
     FROM mailbox_cursor WHERE account = $1`,
    [account],
  );
  return cursor;
}

export async function moveCursor(tx: Tx, held: Held, account: string, cursor: Cursor): Promise<void> {
  await guardLease(tx, held);
  await tx.query(
    `INSERT INTO mailbox_cursor (account, uid_validity, uid, read_again_until) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account) DO UPDATE SET uid_validity = excluded.uid_validity, uid = excluded.uid,
       read_again_until = excluded.read_again_until, moved_at = now()`,
    [account, cursor.uidValidity, cursor.uid, cursor.readAgainUntil],
  );
}
