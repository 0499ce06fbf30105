/** All SQL of claims: what addresses say of themselves, and which pairs of addresses that speaks for. */
import type { AddressId, CustomerId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import type { Claim, Standing } from '@trunkline/rules';

export type ClaimMade = Claim & { channel: string; address: string };
export type Writer = { channel: string; address: string; standing: Standing };

/** One at a time links addresses, everywhere: taken before any row is locked. */
export async function holdLinking(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('customer links'))`);
}

const pairOf = (one: string, other: string, link = 'l') =>
  `least(${link}.address_id, ${link}.into_address_id) = least(${one}, ${other})
   AND greatest(${link}.address_id, ${link}.into_address_id) = greatest(${one}, ${other})`;

/**
 * Whether this batch may tie what is not tied yet: by a claim that is new, or a writer whom somebody named before. What
 * is only typed counts where there is somebody to tie it to: order numbers are new in every second message.
 */
export async function findNewGround(tx: Tx, claims: ClaimMade[], writers: Writer[]): Promise<boolean> {
  const [row] = await tx.query<{ is_new: boolean }>(
    `SELECT EXISTS (
       SELECT FROM jsonb_to_recordset($1::jsonb) AS c (channel text, address text, kind text, value text, by text)
         LEFT JOIN address a ON a.channel = c.channel AND a.address = c.address
         LEFT JOIN address_claim k ON k.address_id = a.id AND k.kind = c.kind AND k.value = c.value AND k.by = c.by
        WHERE k.address_id IS NULL AND (c.by <> 'customer'
          OR EXISTS (SELECT FROM address_claim o WHERE o.value = c.value AND o.kind = c.kind AND o.address_id IS DISTINCT FROM a.id)
          OR (c.kind <> 'order' AND EXISTS (SELECT FROM address o WHERE o.address = c.value))))
     OR EXISTS (
       SELECT FROM jsonb_to_recordset($2::jsonb) AS w (channel text, address text, standing text)
         JOIN address_claim c ON c.value = w.address AND c.kind IN ('email', 'phone')
         LEFT JOIN address a ON a.channel = w.channel AND a.address = w.address
         LEFT JOIN customer_link l ON ${pairOf('c.address_id', 'a.id')}
        WHERE c.address_id IS DISTINCT FROM a.id AND (l.id IS NULL OR (l.state = 'proposed' AND w.standing = 'proven' AND a.standing <> 'proven')))
     OR EXISTS (
       SELECT FROM jsonb_to_recordset($2::jsonb) AS w (channel text, address text)
         JOIN address o ON o.address = w.address AND o.channel <> w.channel
        WHERE w.address ~ '^[+]|@' AND NOT EXISTS (SELECT FROM address a WHERE a.channel = w.channel AND a.address = w.address))
     AS is_new`,
    [JSON.stringify(claims), JSON.stringify(writers)],
  );
  return row!.is_new;
}

export async function insertClaims(tx: Tx, claims: ClaimMade[]): Promise<void> {
  await tx.query(
    `INSERT INTO address_claim (address_id, kind, value, by)
     SELECT a.id, c.kind, c.value, c.by
       FROM jsonb_to_recordset($1::jsonb) AS c (channel text, address text, kind text, value text, by text)
       JOIN address a ON a.channel = c.channel AND a.address = c.address
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(claims)],
  );
}

/** A code that went to `value` came back from who writes by this address. */
export async function claimByCode(tx: Tx, addressId: AddressId, of: { kind: string; value: string }): Promise<void> {
  await tx.query(
    `INSERT INTO address_claim (address_id, kind, value, by) VALUES ($1, $2, $3, 'code') ON CONFLICT DO NOTHING`,
    [addressId, of.kind, of.value],
  );
}

export type PairFound = {
  a: AddressId;
  b: AddressId;
  a_customer: CustomerId;
  b_customer: CustomerId;
  a_since: string;
  b_since: string;
  kind: Claim['kind'];
  value: string;
  by_a: Claim['by'];
  /** Null: `a` names the address of `b` itself. */
  by_b: Claim['by'] | null;
  standing: Standing;
  same_name: boolean;
  /** Different names under which the value was claimed. */
  names: number;
  known: 'proposed' | null;
};

/** At most so many others under one value: what more people use ties nobody. */
const mostUnderOne = 12;

/** Pairs of two customers for which something speaks and which nobody decided. */
export function findPairs(tx: Tx, addressIds: AddressId[]): Promise<PairFound[]> {
  return tx.query<PairFound>(
    `WITH mine AS (SELECT * FROM address WHERE id = ANY($1::uuid[])),
     tied AS (
       SELECT m.id AS a, o.id AS b, c.kind, c.value, c.by AS by_a, NULL AS by_b
         FROM mine m JOIN address_claim c ON c.address_id = m.id AND c.kind IN ('email', 'phone')
         JOIN address o ON o.address = c.value
       UNION SELECT c.address_id, m.id, c.kind, c.value, c.by, NULL
         FROM mine m CROSS JOIN LATERAL (SELECT * FROM address_claim k WHERE k.value = m.address AND k.kind IN ('email', 'phone')
                                          ORDER BY k.at LIMIT ${mostUnderOne}) c
       UNION SELECT m.id, o.id, 'phone', m.address, 'provider', NULL
         FROM mine m JOIN address o ON o.address = m.address AND o.channel <> m.channel WHERE m.address ~ '^[+]|@'
       UNION SELECT c.address_id, d.address_id, c.kind, c.value, c.by, d.by
         FROM address_claim c CROSS JOIN LATERAL (SELECT * FROM address_claim k WHERE k.value = c.value AND k.kind = c.kind
                   AND k.address_id <> c.address_id ORDER BY k.at LIMIT ${mostUnderOne}) d
        WHERE c.address_id = ANY($1::uuid[]))
     SELECT t.a, t.b, a.customer_id AS a_customer, b.customer_id AS b_customer, to_json(a.created_at) AS a_since,
            to_json(b.created_at) AS b_since, t.kind, t.value, t.by_a, t.by_b,
            CASE WHEN b.is_verified THEN 'proven' ELSE b.standing END AS standing,
            coalesce(lower(btrim(a.name)) = lower(btrim(b.name)), false) AS same_name,
            (SELECT count(DISTINCT lower(btrim(n.name)))::int FROM (SELECT y.name FROM address_claim x JOIN address y ON y.id = x.address_id
                WHERE x.value = t.value AND x.kind = t.kind LIMIT 50) n) AS names, l.state AS known
       FROM tied t JOIN address a ON a.id = t.a JOIN address b ON b.id = t.b
       LEFT JOIN customer_link l ON ${pairOf('t.a', 't.b')}
      WHERE a.customer_id <> b.customer_id AND a.address <> '' AND b.address <> '' AND coalesce(l.state, 'proposed') = 'proposed'`,
    [addressIds],
  );
}
