/** All SQL of incidents: what is reported window by window, which incidents stand, who belongs to them. */
import type { AgentId, Because, ConversationId, IncidentId, IncidentRow } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import { rowJoins } from '../desk/row.ts';
import { briefJson } from './signs.store.ts';

type Reader = Pick<Tx, 'query'> | Postgres;
/** Ids are UUIDv7, made by a clock that may be wrong by minutes: a scan begins so much earlier. */
const clockTolerateMs = 15 * 60_000;

/** The first id of an instant: conversations are found by their key, no history is read. */
export function firstIdAt(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** Counts of each label, the present window last. `now` is Postgres'. */
export async function countWindows(
  reader: Reader,
  { minutes, windows }: { minutes: number; windows: number },
): Promise<Map<string, number[]>> {
  const [clock] = await reader.query<{ now: Date }>('SELECT now()');
  const from = clock!.now.getTime() - windows * minutes * 60_000;
  const rows = await reader.query<{ label: string; ago: number; count: number }>(
    `SELECT label, floor(extract(epoch FROM now() - arrived_at) / ($1::int * 60))::int AS ago, count(*)::int AS count
       FROM conversation
      WHERE id >= $2::uuid AND arrived_at > now() - make_interval(mins => $1 * $3::int) AND arrived_at <= now()
        AND label IS NOT NULL AND automatic IS NULL
      GROUP BY label, ago`,
    [minutes, firstIdAt(from - clockTolerateMs), windows],
  );
  const counts = new Map<string, number[]>();
  for (const { label, ago, count } of rows) {
    if (!counts.has(label))
      counts.set(
        label,
        Array.from({ length: windows }, () => 0),
      );
    if (ago >= 0 && ago < windows) counts.get(label)![windows - 1 - ago] = count;
  }
  return counts;
}

export type KnownIncident = {
  id: IncidentId;
  version: number;
  label: string;
  queues: string[];
  usual: number;
  isOpen: boolean;
  closedMinutesAgo: number | null;
};

/** Those that stand, and those that a person closed lately. */
export async function readIncidents(reader: Reader): Promise<KnownIncident[]> {
  return reader.query(
    `SELECT id, version, label, queues, usual, closed_at IS NULL AS "isOpen",
            extract(epoch FROM now() - closed_at)::float8 / 60 AS "closedMinutesAgo"
       FROM incident WHERE closed_at IS NULL OR closed_at > now() - interval '1 day'`,
  );
}

type Opening = { id: IncidentId; label: string; windowMinutes: number; counts: number[]; usual: number };

/** False where another replica was first. */
export async function insertIncident(tx: Tx, opening: Opening): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO incident (id, label, queues, window_minutes, counts, usual)
     VALUES ($1, $2, '{}', $3, $4::int[], $5) ON CONFLICT DO NOTHING RETURNING id`,
    [opening.id, opening.label, opening.windowMinutes, opening.counts, opening.usual],
  );
  return rows.length > 0;
}

type Members = { id: IncidentId; label: string; minutes: number; most: number };

/** Adds who reports it and is not a member yet, the oldest first; gives their conversations. */
export async function addMembers(tx: Tx, { id, label, minutes, most }: Members): Promise<ConversationId[]> {
  const [clock] = await tx.query<{ now: Date }>('SELECT now()');
  const rows = await tx.query<{ conversation_id: ConversationId }>(
    `INSERT INTO incident_member (incident_id, conversation_id)
     SELECT $1, c.id FROM conversation c
      WHERE c.id >= $4::uuid AND c.label = $2 AND c.automatic IS NULL
        AND c.arrived_at > now() - make_interval(mins => $3) AND c.arrived_at <= now()
        AND NOT EXISTS (SELECT FROM incident_member m WHERE m.incident_id = $1 AND m.conversation_id = c.id)
      ORDER BY c.id
      LIMIT greatest(0, $5 - (SELECT count(*) FROM incident_member m WHERE m.incident_id = $1))
     ON CONFLICT DO NOTHING RETURNING conversation_id`,
    [id, label, minutes, firstIdAt(clock!.now.getTime() - minutes * 60_000 - clockTolerateMs), most],
  );
  return rows.map((row) => row.conversation_id);
}

/** Brings its figures up to now and gives it as it stands. */
export async function refreshIncident(
  tx: Tx,
  { id, counts }: { id: IncidentId; counts: number[] | null },
): Promise<KnownIncident> {
  const [row] = await tx.query<KnownIncident>(
    `UPDATE incident i SET counts = coalesce($2::int[], i.counts), version = i.version + 1, member_count = m.members, queues = m.queues
       FROM (SELECT count(*)::int AS members, coalesce(array_agg(DISTINCT c.queue ORDER BY c.queue), '{}') AS queues
               FROM incident_member m JOIN conversation c ON c.id = m.conversation_id
              WHERE m.incident_id = $1 AND m.removed_at IS NULL) m
      WHERE i.id = $1
     RETURNING i.id, i.version, i.label, i.queues, i.usual, true AS "isOpen", NULL AS "closedMinutesAgo"`,
    [id, counts],
  );
  return row!;
}

export const recountIncident = (tx: Tx, id: IncidentId) => refreshIncident(tx, { id, counts: null });

type Member = { id: IncidentId; conversationId: ConversationId; by: AgentId };

/** By hand; whoever was taken out before belongs again. */
export async function putMember(tx: Tx, { id, conversationId, by }: Member): Promise<void> {
  await tx.query(
    `INSERT INTO incident_member (incident_id, conversation_id, added_by) VALUES ($1, $2, $3)
     ON CONFLICT (incident_id, conversation_id) DO UPDATE SET added_by = $3, removed_at = NULL, removed_by = NULL
       WHERE incident_member.removed_at IS NOT NULL`,
    [id, conversationId, by],
  );
}

/** The row stays, so that it is not counted in again. False where it does not belong. */
export async function removeMember(tx: Tx, { id, conversationId, by }: Member): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE incident_member SET removed_at = now(), removed_by = $3
      WHERE incident_id = $1 AND conversation_id = $2 AND removed_at IS NULL RETURNING 1`,
    [id, conversationId, by],
  );
  return rows.length > 0;
}

type Closing = { id: IncidentId; by: AgentId | null; because: Because };

/** Null where it is closed already. */
export async function closeRow(
  tx: Tx,
  { id, by, because }: Closing,
): Promise<(KnownIncident & { count: number }) | null> {
  const [row] = await tx.query<KnownIncident & { count: number }>(
    `UPDATE incident SET closed_at = now(), closed_by = $2, because = $3, version = version + 1
      WHERE id = $1 AND closed_at IS NULL
     RETURNING id, version, label, queues, usual, false AS "isOpen", 0 AS "closedMinutesAgo",
               coalesce(counts[array_upper(counts, 1)], 0) AS count`,
    [id, by, JSON.stringify(because)],
  );
  return row ?? null;
}

const incidentJson = `
  jsonb_build_object('id', i.id, 'version', i.version, 'label', i.label, 'queues', i.queues,
    'windowMinutes', i.window_minutes, 'count', coalesce(i.counts[array_upper(i.counts, 1)], 0), 'usual', i.usual,
    'counts', i.counts, 'openedAt', i.opened_at, 'closedAt', i.closed_at, 'because', i.because, 'closedBy', i.closed_by,
    'memberCount', i.member_count,
    'members', coalesce((SELECT jsonb_agg(member) FROM (
        SELECT ${briefJson} AS member ${rowJoins} JOIN incident_member m ON m.conversation_id = c.id
         WHERE m.incident_id = i.id AND m.removed_at IS NULL AND ($1 OR c.queue = ANY($2::text[]))
           AND NOT $5::uuid = ANY(c.hidden_from) ORDER BY c.arrived_at DESC LIMIT 50) shown), '[]'))`;

export type Watching = { personId: AgentId; seesAll: boolean; groups: readonly string[] };

/** As far as the person may see: those that reach one of their queues, and of the members those in them. */
export async function showIncidents(
  postgres: Postgres,
  { personId, seesAll, groups }: Watching,
  which: { isOpenOnly?: boolean; id?: IncidentId },
): Promise<IncidentRow[]> {
  const rows = await postgres.query<{ row: IncidentRow }>(
    `SELECT ${incidentJson} AS row FROM incident i
      WHERE ($1 OR i.queues && $2::text[]) AND NOT ($3 AND i.closed_at IS NOT NULL) AND ($4::uuid IS NULL OR i.id = $4)
      ORDER BY i.opened_at DESC, i.id DESC LIMIT 50`,
    [seesAll, groups, which.isOpenOnly ?? false, which.id ?? null, personId],
  );
  return rows.map(({ row }) => row);
}
