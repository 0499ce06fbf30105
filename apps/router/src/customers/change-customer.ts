/** Changes what is named of a profile, from the version that was looked at; who changed what is kept. */
import type { AgentId, ChangedCustomer, Customer, CustomerId } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import type { GiveOrder } from '../desk/give-order.ts';
import { noteChanges } from './links.store.ts';
import { demandCustomer, showCustomer } from './show-customer.ts';

type Change = { by: string; id: CustomerId; change: ChangedCustomer; seenVersion: number | undefined };

export async function changeCustomer(desk: GiveOrder, { by, id, change, seenVersion }: Change): Promise<Customer> {
  const person = desk.person(by);
  await demandCustomer(desk.postgres, person, { id, does: 'change-customer' });
  const known = new Set(desk.settings.policy.customers.fields.map(({ code }) => code));
  const stranger = Object.keys(change.fields ?? {}).find((code) => !known.has(code));
  if (stranger !== undefined) refuse('bad-request', { detail: `fields.${stranger}` });
  await desk.postgres.transaction(async (tx) => {
    const [before] = await tx.query<{ version: number }>('SELECT version FROM customer WHERE id = $1 FOR UPDATE', [id]);
    if (seenVersion !== undefined && seenVersion !== before!.version) refuse('edited-meanwhile');
    const version = await store(tx, id, change);
    if (version === null) return;
    // what was there before is asked of the row before this one; bodies are the customer's, and so is erasing them
    await noteChanges(tx, [
      { customerId: id, by: person.id as AgentId, what: 'changed', details: { ...change, version } },
    ]);
    await writeFacts(tx, [{ type: 'customer.changed', key: id, data: { customerId: id, version } }]);
  });
  return showCustomer(desk.postgres, id);
}

/** Null where nothing is named or nothing changes. A consent keeps the instant at which it was given or taken back. */
async function store(tx: Tx, id: CustomerId, change: ChangedCustomer): Promise<number | null> {
  const { name, isVip, tags, fields, note, consent } = change;
  const [row] = await tx.query<{ version: number }>(
    `UPDATE customer p SET name = n.name, is_vip = n.is_vip, tags = n.tags, fields = n.fields, note = n.note,
            consent = n.consent, version = p.version + 1
       FROM (SELECT CASE WHEN $2 THEN $3 ELSE o.name END AS name, coalesce($4::boolean, o.is_vip) AS is_vip,
                    coalesce($5::jsonb, o.tags) AS tags, o.fields || coalesce($6::jsonb, '{}') AS fields,
                    coalesce($7, o.note) AS note,
                    coalesce((SELECT jsonb_agg(kept) FROM (
                       SELECT old AS kept FROM jsonb_array_elements(o.consent) old
                        WHERE NOT EXISTS (SELECT FROM jsonb_array_elements($8::jsonb) g WHERE g->>'to' = old->>'to')
                       UNION ALL SELECT coalesce((SELECT old FROM jsonb_array_elements(o.consent) old WHERE old->>'to' = g->>'to'
                             AND old->'given' = g->'given' AND old->'how' = g->'how'),
                           g || jsonb_build_object('at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
                         FROM jsonb_array_elements($8::jsonb) g) all_of_them), o.consent) AS consent
               FROM customer o WHERE o.id = $1) n
      WHERE p.id = $1 AND (p.name, p.is_vip, p.tags, p.fields, p.note, p.consent)
            IS DISTINCT FROM (n.name, n.is_vip, n.tags, n.fields, n.note, n.consent)
     RETURNING p.version`,
    [
      id,
      name !== undefined,
      name ?? null,
      isVip ?? null,
      tags === undefined ? null : JSON.stringify([...new Set(tags)]),
      fields === undefined ? null : JSON.stringify(fields),
      note ?? null,
      JSON.stringify(consent ?? []),
    ],
  );
  return row?.version ?? null;
}
