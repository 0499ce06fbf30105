/** Says that the last tab of a chat is gone, or that one is back: once each, in the transaction that notes it. */
import { type NewFact, type Postgres, type Tx, writeFacts } from '@trunkline/platform';
import type { Whose } from './chats.store.ts';

/** Open nowhere for so long, a tab is gone: its replica was killed, and said nothing. A tab is noted each 20 s. */
const vanishedAfterSeconds = 60;

/** Who has never spoken has no chat, and nobody waits for them. */
export function sayWhoLeft(postgres: Postgres, { account, address }: Whose): Promise<void> {
  return postgres.transaction(async (tx) => {
    const rows = await tx.query<Moved>(
      `UPDATE chat_session SET gone_at = now() WHERE account = $1 AND address = $2 AND gone_at IS NULL RETURNING ${moved}`,
      [account, address],
    );
    await say(tx, 'visitor.left', rows);
  });
}

/** Of all tabs that are open here; asked now and then, for one replica does not see another's. */
export function sayWhoIsHere(postgres: Postgres, open: readonly Whose[]): Promise<void> {
  if (open.length === 0) return Promise.resolve();
  return postgres.transaction(async (tx) => {
    const rows = await tx.query<Moved & { wasGone: boolean }>(
      `UPDATE chat_session s SET here_at = now(), gone_at = NULL
         FROM (SELECT c.id, c.gone_at FROM unnest($1::text[], $2::text[]) AS here (account, address)
                 JOIN chat_session c USING (account, address) ORDER BY c.id FOR UPDATE OF c) before
        WHERE s.id = before.id RETURNING ${moved}, before.gone_at IS NOT NULL AS "wasGone"`,
      [open.map(({ account }) => account), open.map(({ address }) => address)],
    );
    await say(
      tx,
      'visitor.returned',
      rows.filter(({ wasGone }) => wasGone),
    );
  });
}

/** Of whichever replica: who was noted nowhere for too long. */
export function sayWhoVanished(postgres: Postgres): Promise<void> {
  return postgres.transaction(async (tx) => {
    const rows = await tx.query<Moved>(
      `UPDATE chat_session s SET gone_at = now()
         FROM (SELECT id FROM chat_session WHERE gone_at IS NULL AND here_at < now() - make_interval(secs => $1)
                ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED) vanished
        WHERE s.id = vanished.id RETURNING ${moved}`,
      [vanishedAfterSeconds],
    );
    await say(tx, 'visitor.left', rows);
  });
}

type Moved = Whose & { at: string };
const moved = 'account, address, to_json(now()) AS at';

function say(tx: Tx, type: 'visitor.left' | 'visitor.returned', rows: readonly Moved[]): Promise<void> {
  return writeFacts(
    tx,
    rows.map(({ account, address, at }): NewFact => {
      const data = { channel: 'webchat', account, address, at };
      return { type, key: `webchat:${address}`, data };
    }),
  );
}
