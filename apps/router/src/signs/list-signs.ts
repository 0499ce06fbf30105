/** Sensitive conversations in the queues that a person watches, newest first; and those of one conversation. */
import type { ConversationId, Sign, SignId, SignRow, StaffV1 } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { rowJoins } from '../desk/row.ts';
import { briefJson, signJson } from './signs.store.ts';

const most = 200;
const alert = `SELECT ${signJson} || jsonb_build_object('conversation', ${briefJson}) AS row
  ${rowJoins} JOIN conversation_sign s ON s.conversation_id = c.id`;

/** Of an incident's members the incident is the alert. */
export async function listSigns(postgres: Postgres, person: StaffV1, isOpenOnly: boolean): Promise<SignRow[]> {
  const rows = await postgres.query<{ row: SignRow }>(
    `${alert} WHERE s.removed_at IS NULL AND s.incident_id IS NULL AND ($1 OR c.queue = ANY($2::text[]))
        AND NOT $4::uuid = ANY(c.hidden_from)
        AND NOT ($3 AND s.seen_at IS NOT NULL)
      ORDER BY s.at DESC, s.id DESC LIMIT ${most}`,
    [person.role === 'administrator', person.groups, isOpenOnly, person.id],
  );
  return rows.map(({ row }) => row);
}

export async function findAlert(postgres: Postgres, id: SignId): Promise<SignRow | null> {
  const [found] = await postgres.query<{ row: SignRow }>(`${alert} WHERE s.id = $1 AND s.removed_at IS NULL`, [id]);
  return found?.row ?? null;
}

export async function signsOf(postgres: Postgres, conversationId: ConversationId): Promise<Sign[]> {
  const rows = await postgres.query<{ sign: Sign }>(
    `SELECT ${signJson} AS sign FROM conversation_sign s
      WHERE s.conversation_id = $1 AND s.removed_at IS NULL ORDER BY s.at, s.id`,
    [conversationId],
  );
  return rows.map(({ sign }) => sign);
}
