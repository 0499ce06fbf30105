/** Everything said and done with a customer, over all channels and conversations that one may see, newest first. */
import type { AgentId, CustomerId, StaffV1, Timeline, TimelineItem } from '@trunkline/contracts';
import type { LiveSettings, Postgres } from '@trunkline/platform';
import { readCursor } from './list-customers.ts';
import { visible } from './visible.ts';

type Desk = { postgres: Postgres; settings: LiveSettings };
type Asked = { person: StaffV1; id: CustomerId; cursor?: string | undefined };
type Row = { item: TimelineItem; id: string; sort: string; agent: AgentId | null };

const page = 100;
/** What of the house's own lines says something of the customer's matter; ringing and reading does not. */
const told = [
  'solved',
  'closed',
  'reopened',
  'transferred',
  'split',
  'merged',
  'verified',
  'escalated',
  'call-missed',
  'call-dropped',
];

/** Of each conversation the newest lines only, by index: what was said years ago costs nothing. */
const lines = `
  (SELECT m.shown_at AS at, m.id, 'message' AS what, m.spoken_by AS "from", m.author_id AS agent,
          CASE WHEN m.spoken_by = 'customer' THEN v.name END AS name, m.text, NULL::jsonb AS because, m.id AS message_id, m.attachments
     FROM message m WHERE m.conversation_id = v.id AND ($3::timestamptz IS NULL OR (m.shown_at, m.id) < ($3::timestamptz, $4::uuid))
    ORDER BY m.shown_at DESC, m.id DESC LIMIT $2)
  UNION ALL
  (SELECT e.at, e.id, 'event', NULL, e.agent_id, NULL, e.what, e.because, NULL, '[]'
     FROM event e WHERE e.conversation_id = v.id AND e.what = ANY($5::text[])
      AND ($3::timestamptz IS NULL OR (e.at, e.id) < ($3::timestamptz, $4::uuid)) ORDER BY e.at DESC, e.id DESC LIMIT $2)
  UNION ALL
  (SELECT t.opened_at, t.id, 'ticket', NULL, t.opened_by, NULL, 'T-' || t.number || ' ' || t.subject, NULL, NULL, '[]'
     FROM ticket t WHERE t.conversation_id = v.id AND ($3::timestamptz IS NULL OR (t.opened_at, t.id) < ($3::timestamptz, $4::uuid)))`;

export async function showTimeline({ postgres, settings }: Desk, { person, id, cursor }: Asked): Promise<Timeline> {
  const [at, after] = cursor === undefined ? [null, null] : readCursor(cursor);
  const { sees, values } = visible(person, 5);
  const theirs = `FROM address a JOIN conversation c ON c.address_id = a.id WHERE a.customer_id = $1`;
  const rows = await postgres.query<Row>(
    `WITH v AS (SELECT c.id, c.channel, c.standard, c.state, a.name ${theirs} AND ${sees})
     SELECT jsonb_build_object('conversationId', v.id, 'channel', v.channel, 'standard', v.standard, 'state', v.state,
              'at', l.at, 'what', l.what, 'from', l."from", 'name', l.name, 'text', l.text, 'because', l.because,
              'messageId', l.message_id, 'attachments', l.attachments) AS item, l.id, l.agent,
            to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS sort
       FROM v CROSS JOIN LATERAL (${lines}) l ORDER BY l.at DESC, l.id DESC LIMIT $2`,
    [id, page + 1, at, after, told, ...values],
  );
  const hidden = visible(person, 1);
  const [counted] = await postgres.query<{ hidden: number }>(
    `SELECT count(*)::int AS hidden ${theirs} AND NOT ${hidden.sees}`,
    [id, ...hidden.values],
  );
  const items = rows.slice(0, page);
  const last = items.at(-1);
  return {
    items: items.map(({ item, agent }) => ({
      ...item,
      name: agent ? (settings.person(agent)?.name ?? null) : item.name,
    })),
    next: rows.length > page && last ? `${last.sort}_${last.id}` : null,
    hidden: counted!.hidden,
  };
}
