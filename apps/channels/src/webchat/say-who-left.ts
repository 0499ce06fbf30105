/** Says that the last tab of a chat is gone, or that one is back: once each, in the transaction that notes it. */
import { type NewFact, type Postgres, type Tx, writeFacts } from '@trunkline/platform';
import type { Whose } from './chats.store.ts';

/** Who has never spoken has no chat, and nobody waits for them. */
export function sayWhoLeft(postgres: Postgres, whose: Whose): Promise<void> {
  return postgres.transaction((tx) =>
    note(tx, whose, { type: 'visitor.left', set: 'gone_at = now()', where: 'gone_at IS NULL' }),
  );
}

/** Asked by every open tab now and then, too: one replica does not see another's. */
export function sayWhoIsBack(postgres: Postgres, whose: Whose): Promise<void> {
  return postgres.transaction((tx) =>
    note(tx, whose, { type: 'visitor.returned', set: 'gone_at = NULL', where: 'gone_at IS NOT NULL' }),
  );
}

type Noted = { type: 'visitor.left' | 'visitor.returned'; set: string; where: string };

async function note(tx: Tx, { account, address }: Whose, { type, set, where }: Noted): Promise<void> {
  const rows = await tx.query<{ at: string }>(
    `UPDATE chat_session SET ${set} WHERE account = $1 AND address = $2 AND ${where} RETURNING to_json(now()) AS at`,
    [account, address],
  );
  const data = { channel: 'webchat', account, address };
  const facts = rows.map(({ at }): NewFact => ({ type, key: `webchat:${address}`, data: { ...data, at } }));
  await writeFacts(tx, facts);
}
