/** Answers a repeated order with its first answer: the key is stored in the transaction of the effect, for 24 hours. */
import type { Tx } from '../postgres/transaction.ts';

export type OrderKey = { person: string; key: string | undefined };

/** Without a key the effect simply runs. A second order with the key waits for the first one's commit. */
export async function answerOnce<T>(tx: Tx, { person, key }: OrderKey, effect: () => Promise<T>): Promise<T> {
  if (!key) return effect();
  const [first] = await tx.query(
    `INSERT INTO idempotency (person, key) VALUES ($1, $2)
     ON CONFLICT (person, key) DO UPDATE SET at = now(), answer = NULL WHERE idempotency.at < now() - interval '24 hours'
     RETURNING true AS mine`,
    [person, key],
  );
  if (!first) return storedAnswer<T>(tx, person, key);
  const answer = await effect();
  const kept = JSON.stringify({ value: answer });
  await tx.query('UPDATE idempotency SET answer = $3 WHERE person = $1 AND key = $2', [person, key, kept]);
  return answer;
}

async function storedAnswer<T>(tx: Tx, person: string, key: string): Promise<T> {
  const sql = 'SELECT answer FROM idempotency WHERE person = $1 AND key = $2';
  const [row] = await tx.query<{ answer: { value: T } }>(sql, [person, key]);
  return row?.answer.value as T;
}
