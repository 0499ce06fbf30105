/** All SQL of notifications: queued once, claimed for a while, ended once. */
import type { Because, EscalationId, Notification } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { ToSay } from './to-say.ts';

export type NewNotification = { id: string; target: string; escalationId: EscalationId | null; said: ToSay };
/** `tries` counts this one. */
export type Claimed = NewNotification & { tries: number };

/** Longer than any try takes: whoever claimed it and died lets it go after that. */
const claim = "interval '30 seconds'";
const kept = "interval '30 days'";

/** A second word of the same escalation to the same target is none. */
export async function queueNotifications(tx: Tx, rows: readonly NewNotification[]): Promise<void> {
  await tx.query(
    `INSERT INTO notification (id, target, escalation_id, said)
     SELECT id, target, "escalationId", said
       FROM jsonb_to_recordset($1) AS given (id uuid, target text, "escalationId" uuid, said jsonb)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

/** What is due, now ours for a while; several replicas never take the same. */
export async function claimDue(postgres: Postgres, most: number): Promise<Claimed[]> {
  return postgres.query<Claimed>(
    `UPDATE notification SET tries = tries + 1, next_at = now() + ${claim}
      WHERE id IN (SELECT id FROM notification WHERE state = 'queued' AND next_at <= now()
                    ORDER BY next_at LIMIT $1 FOR UPDATE SKIP LOCKED)
      RETURNING id, target, escalation_id AS "escalationId", said, tries`,
    [most],
  );
}

/** Tests are sent at once by whoever asked for them. */
export async function insertClaimed(postgres: Postgres, row: NewNotification): Promise<Claimed> {
  await postgres.query(
    `INSERT INTO notification (id, target, escalation_id, said, tries, next_at)
     VALUES ($1, $2, $3, $4, 1, now() + ${claim})`,
    [row.id, row.target, row.escalationId, JSON.stringify(row.said)],
  );
  return { ...row, tries: 1 };
}

type Ended = { id: string; tries: number; state: 'sent' | 'failed'; because: Because | null };

/** Only for the try that was ours: a later one has its own word. What was sent stays sent. */
export async function endNotification(postgres: Postgres, { id, tries, state, because }: Ended): Promise<void> {
  await postgres.query(
    `UPDATE notification SET state = $3, because = $4, ended_at = now()
      WHERE id = $1 AND (state = 'queued' AND tries = $2 OR state <> 'sent' AND $3 = 'sent')`,
    [id, tries, state, because && JSON.stringify(because)],
  );
}

export async function tryAgain(
  postgres: Postgres,
  { id, tries, because, afterMs }: { id: string; tries: number; because: Because; afterMs: number },
): Promise<void> {
  await postgres.query(
    `UPDATE notification SET because = $3, next_at = now() + $4 * interval '1 ms'
      WHERE id = $1 AND tries = $2 AND state = 'queued'`,
    [id, tries, JSON.stringify(because), afterMs],
  );
}

/** Only what failed; false where nothing did. Its tries go on counting: past the last it is tried once. */
export async function queueAgain(postgres: Postgres, id: string): Promise<boolean> {
  const rows = await postgres.query(
    `UPDATE notification SET state = 'queued', because = NULL, ended_at = NULL, next_at = now()
      WHERE id = $1 AND state = 'failed' RETURNING 1`,
    [id],
  );
  return rows.length > 0;
}

/** Nobody needs to hear any more. One that is being sent at this moment ends by its own word. */
export async function dropAcknowledged(tx: Tx, escalations: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE notification SET state = 'failed', ended_at = now(), because = '{"code":"acknowledged-meanwhile","values":{}}'
      WHERE escalation_id = ANY($1::uuid[]) AND state = 'queued'`,
    [escalations],
  );
}

export async function deleteOld(postgres: Postgres): Promise<void> {
  await postgres.query(`DELETE FROM notification WHERE created_at < now() - ${kept} AND state <> 'queued'`);
}

export type NotificationsWanted = { target?: string | undefined; id?: string | undefined; limit: number };

export async function listNotifications(postgres: Postgres, wanted: NotificationsWanted): Promise<Notification[]> {
  const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return postgres.query<Notification>(
    `SELECT id, target, escalation_id AS "escalationId", state, tries, because, ${iso('created_at')} AS "createdAt",
            CASE WHEN state = 'sent' THEN ${iso('ended_at')} END AS "sentAt"
       FROM notification WHERE ($1::text IS NULL OR target = $1) AND ($2::uuid IS NULL OR id = $2)
      ORDER BY created_at DESC, id LIMIT $3`,
    [wanted.target ?? null, wanted.id ?? null, wanted.limit],
  );
}
