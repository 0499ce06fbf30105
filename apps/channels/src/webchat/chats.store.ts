/** All SQL of chats: a line gets its place in the sequence under its chat's row lock, so a reader never meets a gap. */
import { type Attachment, type ChatLine, newId } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { DeskLine } from './format.ts';

/** Whose chat: an address on a site. */
export type Whose = { account: string; address: string };
export type Said = Whose & {
  receiptId: string;
  txnId: string;
  text: string;
  attachments: Attachment[];
  form: Record<string, string>;
};
/** A reader and the last line it has. */
export type Reader = Whose & { after: number };
export type ReadLine = { reader: number; line: ChatLine };

/** Opens the chats that are new and locks all, in one order, so that two batches never wait for each other in a ring. */
async function lockChats(tx: Tx, chats: Whose[]): Promise<void> {
  const columns = [chats.map(({ account }) => account), chats.map(({ address }) => address)];
  await tx.query(
    `INSERT INTO chat_session (id, account, address)
     SELECT id, account, address FROM unnest($1::uuid[], $2::text[], $3::text[]) AS asked (id, account, address)
     ORDER BY account, address ON CONFLICT (account, address) DO NOTHING`,
    [chats.map(() => newId()), ...columns],
  );
  await tx.query(
    `SELECT id FROM chat_session JOIN unnest($1::text[], $2::text[]) AS asked (account, address)
       USING (account, address) ORDER BY account, address FOR UPDATE OF chat_session`,
    columns,
  );
}

/** Visitors' words, in their order; answers each receipt's place. */
export async function storeSaid(tx: Tx, said: Said[]): Promise<Map<string, number>> {
  const chats = new Map(said.map(({ account, address }) => [`${account} ${address}`, { account, address }]));
  await lockChats(tx, [...chats.values()]);
  const rows = await tx.query<{ receiptId: string; sequence: number }>(
    `WITH said AS (
       SELECT *, row_number() OVER (PARTITION BY account, address ORDER BY place)::int AS nth
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::jsonb[])
         WITH ORDINALITY AS given (account, address, txn_id, text, receipt_id, attachments, place)
     ), moved AS (
       UPDATE chat_session SET last_sequence = last_sequence + many
       FROM (SELECT account, address, count(*)::int AS many FROM said GROUP BY 1, 2) AS counted
       WHERE chat_session.account = counted.account AND chat_session.address = counted.address
       RETURNING id, chat_session.account, chat_session.address, last_sequence - many AS before
     ), placed AS (
       SELECT id, before + nth AS sequence, txn_id, text, receipt_id, attachments FROM said JOIN moved USING (account, address)
     ), stored AS (
       INSERT INTO chat_line (session_id, sequence, said_by, text, txn_id, attachments)
       SELECT id, sequence, 'customer', text, txn_id, attachments FROM placed
     )
     SELECT receipt_id AS "receiptId", sequence FROM placed`,
    [
      said.map(({ account }) => account),
      said.map(({ address }) => address),
      said.map(({ txnId }) => txnId),
      said.map(({ text }) => text),
      said.map(({ receiptId }) => receiptId),
      said.map(({ attachments }) => JSON.stringify(attachments)),
    ],
  );
  await keepForms(tx, said);
  return new Map(rows.map(({ receiptId, sequence }) => [receiptId, sequence]));
}

/** Their chats are locked: what was answered is not asked again. */
async function keepForms(tx: Tx, said: Said[]): Promise<void> {
  const forms = said.filter(({ form }) => Object.keys(form).length > 0);
  if (forms.length === 0) return;
  await tx.query(
    `UPDATE chat_session c SET form = c.form || given.form
       FROM unnest($1::text[], $2::text[], $3::jsonb[]) AS given (account, address, form)
      WHERE c.account = given.account AND c.address = given.address`,
    [
      forms.map(({ account }) => account),
      forms.map(({ address }) => address),
      forms.map(({ form }) => JSON.stringify(form)),
    ],
  );
}

/** A word of the desk, once: a second try of the same message finds it there. Without an id it is the chat's own line. */
export async function storeWord(tx: Tx, whose: Whose, word: DeskLine & { messageId: string | null }): Promise<void> {
  await lockChats(tx, [whose]);
  if (word.messageId !== null && (await hasWord(tx, word.messageId))) return;
  await tx.query(
    `WITH moved AS (
       UPDATE chat_session SET last_sequence = last_sequence + 1 WHERE account = $1 AND address = $2
       RETURNING id, last_sequence
     )
     INSERT INTO chat_line (session_id, sequence, said_by, name, text, attachments, message_id, choices)
     SELECT id, last_sequence, $3, $4, $5, $6::jsonb, $7, $8::jsonb FROM moved`,
    [
      whose.account,
      whose.address,
      word.from,
      word.name,
      word.text,
      JSON.stringify(word.attachments),
      word.messageId,
      JSON.stringify(word.choices ?? []),
    ],
  );
}

export async function hasWord(postgres: Postgres | Tx, messageId: string): Promise<boolean> {
  const found = await postgres.query('SELECT sequence FROM chat_line WHERE message_id = $1', [messageId]);
  return found.length > 0;
}

/** Where a line stands that was taken in before. */
export async function findSaid(postgres: Postgres, whose: Whose, txnId: string): Promise<number | undefined> {
  const [row] = await postgres.query<{ sequence: number }>(
    `SELECT sequence FROM chat_line JOIN chat_session ON id = session_id
     WHERE account = $1 AND address = $2 AND txn_id = $3`,
    [whose.account, whose.address, txnId],
  );
  return row?.sequence;
}

export type Known = { last: number; form: Record<string, string> };

/** What is known of a chat before anybody joins it. */
export async function readKnown(postgres: Postgres, { account, address }: Whose): Promise<Known> {
  const sql = 'SELECT last_sequence AS last, form FROM chat_session WHERE account = $1 AND address = $2';
  const [row] = await postgres.query<Known>(sql, [account, address]);
  return row ?? { last: 0, form: {} };
}

/** The name of a file that stands in this chat, or undefined. */
export async function hasFile(postgres: Postgres, whose: Whose, sha256: string): Promise<string | undefined> {
  const [row] = await postgres.query<{ name: string }>(
    `SELECT file->>'name' AS name FROM chat_session JOIN chat_line ON id = session_id
      CROSS JOIN LATERAL jsonb_array_elements(attachments) AS file
     WHERE account = $1 AND address = $2 AND file->>'sha256' = $3 LIMIT 1`,
    [whose.account, whose.address, sha256],
  );
  return row?.name;
}

/** What each reader does not have yet, at most `most` lines a reader, in sequence. */
export async function readOn(postgres: Postgres, readers: Reader[], most: number): Promise<ReadLine[]> {
  const rows = await postgres.query<Omit<ChatLine, 'at'> & { at: Date; reader: number }>(
    `SELECT reader::int, sequence, said_by AS "from", name, text, attachments, choices, txn_id AS "txnId", at
     FROM unnest($1::text[], $2::text[], $3::int[]) WITH ORDINALITY AS asked (account, address, after, reader)
     JOIN chat_session USING (account, address)
     CROSS JOIN LATERAL (SELECT * FROM chat_line WHERE session_id = id AND sequence > after ORDER BY sequence LIMIT $4)
     ORDER BY reader, sequence`,
    [readers.map(({ account }) => account), readers.map(({ address }) => address), readers.map((it) => it.after), most],
  );
  return rows.map(({ reader, at, ...line }) => ({ reader: reader - 1, line: { ...line, at: at.toISOString() } }));
}

/** Up to where a tab has the lines, or the visitor had them on the screen. */
export type Reached = 'got' | 'seen';

/** Notes how far the chat reached, and answers which of the desk's words are by that for the first time. */
export async function noteReached(tx: Tx, { account, address }: Whose, to: { by: Reached; sequence: number }) {
  const column = to.by === 'got' ? 'got_sequence' : 'seen_sequence';
  const [chat] = await tx.query<{ id: string; until: number; last: number }>(
    `SELECT id, ${column} AS until, last_sequence AS last FROM chat_session
     WHERE account = $1 AND address = $2 FOR UPDATE`,
    [account, address],
  );
  const until = Math.min(to.sequence, chat?.last ?? 0);
  if (!chat || until <= chat.until) return [];
  await tx.query(`UPDATE chat_session SET ${column} = $2 WHERE id = $1`, [chat.id, until]);
  const rows = await tx.query<{ id: string }>(
    `SELECT message_id AS id FROM chat_line
     WHERE session_id = $1 AND sequence > $2 AND sequence <= $3 AND message_id IS NOT NULL`,
    [chat.id, chat.until, until],
  );
  return rows.map(({ id }) => id);
}
