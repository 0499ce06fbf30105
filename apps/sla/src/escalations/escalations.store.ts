/** All SQL of escalations: who was told of a matter, who saw it, who has it. */
import type { AgentId, Because, ConversationId, EscalationId, EscalationRow, Role } from '@trunkline/contracts';
import type { LiveSettings, Tx } from '@trunkline/platform';
import { type Followed, type LevelWorking, readFollowed } from '@trunkline/rules';
import type { EscalationRecord } from '../tables/escalation.table.ts';
import { findFollower } from './find-follower.ts';
import type { Matter } from './matters.store.ts';

export type NewEscalation = {
  id: EscalationId;
  matter: Matter;
  level: number;
  role: Role | null;
  people: AgentId[];
  notify: string[];
  working: LevelWorking[];
  queue: string;
  because: Because;
  acknowledgeSeconds: number;
};
export type Raised = NewEscalation & { acknowledgeBy: Date };
type Reads = Pick<Tx, 'query'>;

/** Unique by matter and level; returns those that were not there yet. */
export async function insertEscalations(tx: Tx, wanted: readonly NewEscalation[]): Promise<Raised[]> {
  if (wanted.length === 0) return [];
  const rows = await tx.query<{ id: string; acknowledge_by: Date }>(
    `INSERT INTO escalation (id, conversation_id, matter_id, clock_id, trigger, level, role, people, notify, working, queue,
                             because, "values", acknowledge_by)
     SELECT id, conversation_id, matter_id, clock_id, trigger, level, role, people, notify, working, queue,
            because ->> 'code', because -> 'values', now() + seconds * interval '1 s'
     FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, conversation_id uuid, matter_id uuid, clock_id uuid,
       trigger text, level int, role text, people jsonb, notify jsonb, working jsonb, queue text, because jsonb,
       seconds float8)
     ON CONFLICT DO NOTHING RETURNING id, acknowledge_by`,
    [
      JSON.stringify(
        wanted.map(({ matter, acknowledgeSeconds, ...rest }) => ({
          ...rest,
          conversation_id: matter.conversationId,
          matter_id: matter.id,
          clock_id: matter.clockId,
          trigger: matter.trigger,
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

/** What a level that was told had, by `matter level`. */
export async function toldBefore(tx: Tx, matterIds: readonly string[]) {
  const rows = await tx.query<{ matter_id: string; level: number; minutes: number; people: AgentId[] }>(
    `SELECT matter_id, level, round(extract(epoch FROM acknowledge_by - raised_at) / 60)::int AS minutes, people
     FROM escalation WHERE matter_id = ANY($1::uuid[])`,
    [matterIds],
  );
  return new Map(rows.map((row) => [`${row.matter_id} ${row.level}`, row]));
}

export type Follows = { queue: string; followed: Followed };

/** How conversations stand that were heard of: it may have been handed over since. */
export async function conversationsNow(tx: Reads, ids: readonly string[]): Promise<Map<string, Follows>> {
  const rows = await tx.query<{ id: string; queue: string; followed: Followed }>(
    'SELECT conversation_id AS id, queue, followed FROM followed_conversation WHERE conversation_id = ANY($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, queue, followed }) => [id, { queue, followed: readFollowed(followed) }]));
}

type Listed = {
  isOpen: boolean;
  /** Null: of every queue. */
  queues: readonly string[] | null;
  /** Nothing that accuses this one. */
  notAccusing: AgentId | null;
};
const withSight = `SELECT escalation.*, (SELECT coalesce(jsonb_agg(jsonb_build_object('agentId', agent_id, 'at', at)
    ORDER BY at), '[]') FROM escalation_seen WHERE escalation_id = escalation.id) AS seen FROM escalation`;
export type Seen = EscalationRecord & { seen: { agentId: AgentId; at: string }[] };

/** Newest first; `isOpen`: neither acknowledged nor over. */
export function listEscalations(reads: Reads, { isOpen, queues, notAccusing }: Listed): Promise<Seen[]> {
  return reads.query<Seen>(
    `${withSight}
     WHERE (NOT $1 OR (acknowledged_at IS NULL AND over_at IS NULL)) AND ($2::text[] IS NULL OR queue = ANY($2))
       AND ($3::uuid IS NULL OR NOT EXISTS (SELECT 1 FROM accused
              WHERE accused.conversation_id = escalation.conversation_id AND people ? $3::text))
     ORDER BY raised_at DESC, id DESC LIMIT 500`,
    [isOpen, queues, notAccusing],
  );
}

export async function readEscalation(reads: Reads, id: EscalationId): Promise<Seen | undefined> {
  return (await reads.query<Seen>(`${withSight} WHERE id = $1`, [id]))[0];
}

/** The matter is theirs: whatever level was told of it is acknowledged. Returns the rows that were not before. */
export async function markAcknowledged(tx: Tx, matterId: string, by: AgentId): Promise<EscalationRecord[]> {
  return tx.query<EscalationRecord>(
    `WITH taken AS (UPDATE matter SET acknowledged_by = $2, acknowledged_at = now()
                    WHERE id = $1 AND acknowledged_at IS NULL RETURNING id)
     UPDATE escalation SET acknowledged_by = $2, acknowledged_at = now() FROM taken
     WHERE matter_id = taken.id AND escalation.acknowledged_at IS NULL RETURNING escalation.*`,
    [matterId, by],
  );
}

/** False where this one has seen it before. */
export async function markSeen(tx: Tx, id: EscalationId, by: AgentId): Promise<boolean> {
  const rows = await tx.query(
    'INSERT INTO escalation_seen (escalation_id, agent_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
    [id, by],
  );
  return rows.length > 0;
}

export function rowOf(record: Seen, followed: Followed | undefined, settings: LiveSettings): EscalationRow {
  return {
    id: record.id as EscalationId,
    conversationId: record.conversation_id as ConversationId,
    level: record.level,
    because: { code: record.because, values: record.values },
    queue: record.queue,
    trigger: record.trigger,
    to: { role: record.role as Role | null, people: record.people },
    seen: record.seen.map(({ agentId, at }) => ({ agentId, at: new Date(at).toISOString() })),
    followerId: findFollower(followed, settings),
    working: record.working,
    raisedAt: record.raised_at.toISOString(),
    acknowledgeBy: record.acknowledge_by.toISOString(),
    acknowledgedBy: record.acknowledged_by,
    acknowledgedAt: record.acknowledged_at?.toISOString() ?? null,
    overAt: record.over_at?.toISOString() ?? null,
  };
}
