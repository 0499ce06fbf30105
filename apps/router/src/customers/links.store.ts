/** All SQL of links between addresses: families that a link may join, and what becomes of them. */
import type { AddressId, AgentId, CustomerId, CustomerLink, LinkEvidence, LinkId } from '@trunkline/contracts';
import { newId } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { JoinedLink, OwnedAddress } from '@trunkline/rules';

export type KnownLink = JoinedLink & {
  state: CustomerLink['state'];
  score: number;
  evidence: LinkEvidence[];
  decidedBy: AgentId | null;
  note: string;
};
type FamilyAddress = OwnedAddress & { customerId: CustomerId; ids: string[] };
/** Every address of some customers, and every link between any two of them, in the order of their joining. */
export type Family = { addresses: FamilyAddress[]; links: KnownLink[] };

/**
 * The caller holds the lock of linking. Takes in whoever a joined link leads to; locks the addresses in the order of
 * their ids.
 */
export async function holdFamily(tx: Tx, customerIds: CustomerId[]): Promise<Family> {
  const addresses = await tx.query<FamilyAddress>(
    `SELECT a.id, coalesce(a.home_customer_id, a.customer_id) AS home, a.customer_id AS "customerId",
            ARRAY(SELECT c.value FROM address_claim c WHERE c.address_id = a.id AND c.kind = 'external-id' AND c.by = 'host-site') AS ids
       FROM address a WHERE a.customer_id = ANY($1::uuid[]) ORDER BY a.id FOR UPDATE OF a`,
    [customerIds],
  );
  const ids = addresses.map(({ id }) => id);
  const links = await tx.query<KnownLink>(
    `SELECT id, address_id AS "addressId", into_address_id AS "intoAddressId", state, score, evidence,
            decided_by AS "decidedBy", note
       FROM customer_link WHERE address_id = ANY($1::uuid[]) AND into_address_id = ANY($1::uuid[])
      ORDER BY decided_at, id`,
    [ids],
  );
  return { addresses, links };
}

export type LinkWritten = Pick<
  KnownLink,
  'id' | 'addressId' | 'intoAddressId' | 'state' | 'score' | 'evidence' | 'note'
> & {
  by: AgentId | null;
};

/** One row a pair: what was known of it is overwritten. Joins are played in the order of their instants. */
export async function saveLinks(tx: Tx, links: LinkWritten[]): Promise<void> {
  if (links.length === 0) return;
  await tx.query(
    `INSERT INTO customer_link AS l (id, address_id, into_address_id, state, score, evidence, decided_by, decided_at, note)
     SELECT id, "addressId", "intoAddressId", state, score, evidence, by,
            CASE WHEN state <> 'proposed' THEN (SELECT clock_timestamp()) + place * interval '1 microsecond' END, note
       FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id uuid, "addressId" uuid, "intoAddressId" uuid, state text, score real,
              evidence jsonb, by uuid, note text)) WITH ORDINALITY
         AS g (id, "addressId", "intoAddressId", state, score, evidence, by, note, place) ORDER BY place
     ON CONFLICT (least(address_id, into_address_id), greatest(address_id, into_address_id)) DO UPDATE
        SET address_id = excluded.address_id, into_address_id = excluded.into_address_id, state = excluded.state,
            score = excluded.score, evidence = excluded.evidence, decided_by = excluded.decided_by,
            decided_at = excluded.decided_at, note = excluded.note`,
    [JSON.stringify(links)],
  );
}

export type MovedAddress = { addressId: AddressId; customerId: CustomerId; linkId: LinkId | null };

export async function moveAddresses(tx: Tx, moved: MovedAddress[]): Promise<void> {
  if (moved.length === 0) return;
  await tx.query(
    `UPDATE address a SET home_customer_id = coalesce(a.home_customer_id, a.customer_id), customer_id = m."customerId", link_id = m."linkId"
       FROM jsonb_to_recordset($1::jsonb) AS m ("addressId" uuid, "customerId" uuid, "linkId" uuid) WHERE a.id = m."addressId"`,
    [JSON.stringify(moved)],
  );
}

export type CustomerNoted = { customerId: CustomerId; by: AgentId | null; what: string; details: object };

export async function noteChanges(tx: Tx, changes: CustomerNoted[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `INSERT INTO customer_change (id, customer_id, by, what, details)
     SELECT id, "customerId", by, what, details FROM jsonb_to_recordset($1::jsonb)
         AS c (id uuid, "customerId" uuid, by uuid, what text, details jsonb)`,
    [JSON.stringify(changes.map((change) => ({ id: newId(), ...change })))],
  );
}

/** Raises the versions, in the order of the ids. */
export async function touchCustomers(tx: Tx, ids: CustomerId[]): Promise<{ id: CustomerId; version: number }[]> {
  if (ids.length === 0) return [];
  return tx.query(
    `UPDATE customer c SET version = c.version + 1
       FROM (SELECT id FROM customer WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE) t WHERE c.id = t.id
     RETURNING c.id, c.version`,
    [ids],
  );
}

export const linkJson = `jsonb_build_object('id', l.id, 'state', l.state,
  'into', jsonb_build_object('customerId', i.customer_id, 'name', coalesce(i.name, ic.name), 'address', i.address, 'channel', i.channel),
  'address', jsonb_build_object('id', x.id, 'channel', x.channel, 'address', x.address, 'name', x.name),
  'score', l.score, 'evidence', l.evidence, 'proposedAt', l.proposed_at, 'decidedBy', l.decided_by,
  'decidedAt', l.decided_at, 'note', l.note)`;
export const linkJoins = `FROM customer_link l JOIN address i ON i.id = l.into_address_id JOIN customer ic ON ic.id = i.customer_id
  JOIN address x ON x.id = l.address_id`;

export async function findLink(
  on: Pick<Tx, 'query'>,
  id: LinkId,
): Promise<(CustomerLink & { other: CustomerId }) | undefined> {
  const [row] = await on.query<{ link: CustomerLink; other: CustomerId }>(
    `SELECT ${linkJson} AS link, x.customer_id AS other ${linkJoins} WHERE l.id = $1`,
    [id],
  );
  return row && { ...row.link, other: row.other };
}

/** Of any of the customer's addresses, newest first. */
export async function readLinks(postgres: Postgres, customerId: CustomerId): Promise<CustomerLink[]> {
  const rows = await postgres.query<{ link: CustomerLink }>(
    `SELECT ${linkJson} AS link ${linkJoins} WHERE i.customer_id = $1 OR x.customer_id = $1
      ORDER BY coalesce(l.decided_at, l.proposed_at) DESC, l.id DESC LIMIT 200`,
    [customerId],
  );
  return rows.map(({ link }) => link);
}
