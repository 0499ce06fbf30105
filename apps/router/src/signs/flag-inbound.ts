/** Finds signs in what a batch of messages says, before the batch is written: one statement, and none without signs. */
import { type AddressId, newId, type SignId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { type FoundSign, findSigns } from '@trunkline/rules';
import type { HeldConversation } from '../intake/conversations.store.ts';
import type { Intake, IntakeBasis } from '../intake/intake.ts';
import { take } from './reweigh.ts';
import { insertSigns } from './signs.store.ts';
import { tellFlagged } from './tell-flagged.ts';
import { withSign } from './weigh-sign.ts';

type Found = { id: SignId; held: HeldConversation; sign: FoundSign };

/** Changes what the batch makes true: keys, inputs, lines and facts of conversations that are sensitive. */
export async function flagInbound(tx: Tx, intake: Intake, basis: IntakeBasis): Promise<void> {
  const found = findAll(intake, basis);
  const rows = found.map(({ id, held, sign: { kind, words } }) => ({
    id,
    conversationId: held.id,
    kind,
    basis: 'words' as const,
    words,
  }));
  const inserted = await insertSigns(tx, rows);
  const fresh = found.filter(({ id }) => inserted.has(id));
  await moveForward(tx, intake, { basis, fresh });
  for (const { id, held, sign } of fresh) {
    intake.events.push({ conversationId: held.id, what: 'flagged', because: { code: sign.kind, values: {} } });
    intake.facts.push(tellFlagged(held, { ...sign, id, basis: 'words' }));
  }
}

function findAll(intake: Intake, basis: IntakeBasis): Found[] {
  const tagsOf = new Map<AddressId, string[]>(
    [...basis.addresses.values()].flatMap(({ addressId, tags }) => (tags?.length ? [[addressId, tags] as const] : [])),
  );
  const found = new Map<string, Found>();
  for (const message of intake.messages) {
    if (message.automatic !== null) continue;
    const held = basis.places.held.get(message.conversationId)!;
    const text = message.subject === null ? message.text : `${message.subject}\n${message.text}`;
    for (const sign of findSigns({ text, tags: tagsOf.get(held.addressId) ?? [] }, basis.policy)) {
      const key = `${held.id}:${sign.kind}`;
      if (!found.has(key)) found.set(key, { id: newId<SignId>(), held, sign });
    }
  }
  return [...found.values()];
}

/** What is about to wait does so with its right key; what waits already is heard of once more. */
async function moveForward(tx: Tx, intake: Intake, { basis, fresh }: { basis: IntakeBasis; fresh: Found[] }) {
  const moved: HeldConversation[] = [];
  for (const { held, sign } of fresh) {
    const parts = withSign(held, sign.words, basis.policy);
    if (parts === held.orderKeyParts) continue;
    const isNew = intake.opened.some(({ id }) => id === held.id);
    if (!isNew) moved.push(held);
    const waits = intake.inputs.findLast((input) => input.kind === 'waits' && input.conversationId === held.id);
    if (waits?.kind === 'waits') {
      Object.assign(held, { orderKeyParts: parts, orderKey: parts.orderKey });
      waits.body.orderKeyParts = parts;
      if (waits.body.weighed) waits.body.weighed = { ...waits.body.weighed, isSensitive: true };
      continue;
    }
    const input = take({ held, parts });
    if (input) intake.inputs.push(input);
    const touched = intake.touched.find(({ id }) => id === held.id);
    if (touched) touched.routingVersion = held.routingVersion;
  }
  if (moved.length === 0) return;
  await tx.query(
    `UPDATE conversation c SET order_key_parts = n.parts, order_key = n.key
       FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, parts jsonb, key float8) WHERE c.id = n.id`,
    [JSON.stringify(moved.map(({ id, orderKeyParts, orderKey }) => ({ id, parts: orderKeyParts, key: orderKey })))],
  );
}
