/** All SQL of escalations. */
import type { AgentId, ConversationId, EscalationId, EscalationRow, Role } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { Clock } from '../clocks/clock.ts';
import type { EscalationRecord } from '../tables/escalation.table.ts';

export type NewEscalation = {
  id: EscalationId;
  clock: Clock;
  level: number;
  role: Role;
  queue: string;
  because: string;
  values: Record<string, string | number>;
  acknowledgeSeconds: number;
};
export type Raised = NewEscalation & { acknowledgeBy: Date };

/** Unique by clock and level; returns those that were not there yet. */
export async function insertEscalations(tx: Tx, wanted: readonly NewEscalation[]): Promise<Raised[]> {
  if (wanted.length === 0) return [];
  const rows = await tx.query<{ id: string; acknowledge_by: Date }>(
    `INSERT INTO escalation (id, conversation_id, clock_id, level, role, queue, because, "values", acknowledge_by)
     SELECT id, conversation_id, clock_id, level, role, queue, because, "values", now() + seconds * interval '1 s'
     FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, conversation_id uuid, clock_id uuid, level int, role text,
       queue text, because text, "values" jsonb, seconds float8)
     ON CONFLICT DO NOTHING RETURNING id, acknowledge_by`,
    [
      JSON.stringify(
        wanted.map(({ clock, acknowledgeSeconds, ...rest }) => ({
          ...rest,
          conversation_id: clock.conversationId,
          clock_id: clock.id,
          seconds: acknowledgeSeconds,
        })),
      ),
    ],
  );
  const until = new Map(rows.map((row) => [row.id, row.acknowledge_by]));
  return wanted.flatMap((each) => {
    const acknowledgeBy = until.get(each.id);
    return acknowledgeBy ? [{ ...each, acknowledgeBy }] : [];
  });
}

/** A clock that stopped ends what was escalated for it, and nobody else is told. */
export async function endEscalationsOf(tx: Tx, clockIds: readonly string[]): Promise<void> {
  if (clockIds.length === 0) return;
  await tx.query(
    `WITH over AS (UPDATE escalation SET over_at = now() WHERE clock_id = ANY($1::uuid[]) AND over_at IS NULL)
     UPDATE timer SET cancelled_at = now()
     WHERE about = ANY($1::uuid[]) AND step LIKE 'climb-%' AND fired_at IS NULL AND cancelled_at IS NULL`,
    [clockIds],
  );
}

/** By `clock level`: how many minutes each had that nobody has acknowledged, and that is not over. */
export async function stillUnacknowledged(tx: Tx, clockIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ clock_id: string; level: number; minutes: number }>(
    `SELECT clock_id, level, round(extract(epoch FROM acknowledge_by - raised_at) / 60)::int AS minutes
     FROM escalation WHERE clock_id = ANY($1::uuid[]) AND acknowledged_at IS NULL AND over_at IS NULL`,
    [clockIds],
  );
  return new Map(rows.map(({ clock_id, level, minutes }) => [`${clock_id} ${level}`, minutes]));
}

export async function queuesNow(tx: Tx, ids: readonly ConversationId[]): Promise<Map<ConversationId, string>> {
  const rows = await tx.query<{ id: ConversationId; queue: string }>(
    `SELECT conversation_id AS id, queue FROM followed_conversation
     WHERE conversation_id = ANY($1::uuid[]) AND queue <> ''`,
    [ids],
  );
  return new Map(rows.map(({ id, queue }) => [id, queue]));
}

/** Newest first; `isOpen`: neither acknowledged nor over. */
export async function listEscalations(postgres: Postgres, isOpen: boolean): Promise<EscalationRow[]> {
  const rows = await postgres.query<EscalationRecord>(
    `SELECT * FROM escalation WHERE NOT $1 OR (acknowledged_at IS NULL AND over_at IS NULL)
     ORDER BY raised_at DESC, id DESC LIMIT 500`,
    [isOpen],
  );
  return rows.map(rowOf);
}

export async function holdEscalation(tx: Tx, id: EscalationId): Promise<EscalationRecord | undefined> {
  const [row] = await tx.query<EscalationRecord>('SELECT * FROM escalation WHERE id = $1 FOR UPDATE', [id]);
  return row;
}

export async function markAcknowledged(tx: Tx, id: EscalationId, by: AgentId): Promise<EscalationRecord> {
  const [row] = await tx.query<EscalationRecord>(
    'UPDATE escalation SET acknowledged_by = $2, acknowledged_at = now() WHERE id = $1 RETURNING *',
    [id, by],
  );
  return row as EscalationRecord;
}

export function rowOf(record: EscalationRecord): EscalationRow {
  return {
    id: record.id as EscalationId,
    conversationId: record.conversation_id as ConversationId,
    level: record.level,
    because: { code: record.because, values: record.values },
    queue: record.queue,
    raisedAt: record.raised_at.toISOString(),
    acknowledgeBy: record.acknowledge_by.toISOString(),
    acknowledgedBy: record.acknowledged_by as AgentId | null,
    acknowledgedAt: record.acknowledged_at?.toISOString() ?? null,
    overAt: record.over_at?.toISOString() ?? null,
  };
}
