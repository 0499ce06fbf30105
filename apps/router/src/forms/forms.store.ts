/** All SQL of forms. Whoever writes holds the conversation. */
import type { ConversationId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';

export type KnownForm = {
  id: ConversationId;
  label: string | null;
  form: Record<string, string>;
  formAsked: Record<string, string>;
};

export async function readForm(tx: Tx, id: ConversationId): Promise<KnownForm> {
  const [row] = await tx.query<KnownForm>(
    `SELECT id, label, form, form_asked AS "formAsked" FROM conversation WHERE id = $1`,
    [id],
  );
  return row!;
}

/** Of these, those whose customer was asked for something. */
export function askedForms(tx: Tx, ids: readonly ConversationId[]): Promise<KnownForm[]> {
  return tx.query<KnownForm>(
    `SELECT id, label, form, form_asked AS "formAsked" FROM conversation WHERE id = ANY($1::uuid[]) AND form_asked <> '{}'`,
    [ids],
  );
}

/** An empty value takes the field's away. */
export async function saveValues(tx: Tx, id: ConversationId, values: Record<string, string>): Promise<void> {
  const kept = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const gone = Object.keys(values).filter((code) => values[code] === '');
  await tx.query('UPDATE conversation SET form = (form - $2::text[]) || $3::jsonb WHERE id = $1', [
    id,
    gone,
    JSON.stringify(kept),
  ]);
}

export async function markAskedFor(tx: Tx, id: ConversationId, codes: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE conversation SET form_asked = form_asked ||
       (SELECT coalesce(jsonb_object_agg(code, to_json(now())), '{}') FROM unnest($2::text[]) AS code) WHERE id = $1`,
    [id, codes],
  );
}
