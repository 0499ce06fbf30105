/** All SQL of alarms. */
import type { AlarmId, AlarmKind, ConversationId, Fact } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';

type Saved = { id: AlarmId; version: number };
type New = { id: AlarmId; conversationId: ConversationId; kind: AlarmKind; aboutId: string; dueAt: string };

/** Undefined where it stands so already. */
export async function saveAlarm(tx: Tx, one: New): Promise<Saved | undefined> {
  const [row] = await tx.query<Saved>(
    `INSERT INTO alarm AS known (id, kind, about_id, conversation_id, due_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (kind, about_id) DO UPDATE
       SET version = known.version + 1, due_at = excluded.due_at, rang_at = NULL, conversation_id = excluded.conversation_id
     WHERE known.due_at IS DISTINCT FROM excluded.due_at OR known.rang_at IS NOT NULL
     RETURNING id, version`,
    [one.id, one.kind, one.aboutId, one.conversationId, one.dueAt],
  );
  return row;
}

/** Undefined where none is set. One that rang may be a matter on the ladder still: it is taken off there. */
export async function takeAlarmOff(
  tx: Tx,
  { kind, aboutId }: { kind: AlarmKind; aboutId: string },
): Promise<Saved | undefined> {
  const [row] = await tx.query<Saved>(
    `UPDATE alarm SET version = version + 1, due_at = NULL WHERE kind = $1 AND about_id = $2 AND due_at IS NOT NULL
     RETURNING id, version`,
    [kind, aboutId],
  );
  return row;
}

type Rang = Fact<'alarm.rang'>['data'];

/** Of what rang: those that stand as they were set and have not been heard of; each is given once. */
export async function takeRang(tx: Tx, rang: readonly Rang[]): Promise<Rang[]> {
  if (rang.length === 0) return [];
  const rows = await tx.query<Saved>(
    `UPDATE alarm SET rang_at = now() FROM unnest($1::uuid[], $2::int[]) AS heard (id, version)
      WHERE alarm.id = heard.id AND alarm.version = heard.version AND due_at IS NOT NULL AND rang_at IS NULL
     RETURNING alarm.id, alarm.version`,
    [rang.map(({ alarmId }) => alarmId), rang.map(({ alarmVersion }) => alarmVersion)],
  );
  const taken = new Set(rows.map(({ id }) => id));
  return rang.filter(
    ({ alarmId }, at) => taken.has(alarmId) && rang.findIndex((one) => one.alarmId === alarmId) === at,
  );
}
