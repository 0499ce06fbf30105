/** All SQL of customers and their addresses. */
import type { AddressId, CustomerId, MessageReceivedV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { standingOf } from '@trunkline/rules';
import type { KnownAddresses } from './known-addresses.ts';

type Row = {
  channel: string;
  address: string;
  id: AddressId;
  customer_id: CustomerId;
  is_verified: boolean;
  is_vip: boolean;
  tags: string[];
};

/** Locks the addresses: two batches that both hold a customer's first message take turns, and the second joins. */
export async function findAddresses(tx: Tx, messages: MessageReceivedV1[]): Promise<KnownAddresses> {
  const rows = await tx.query<Row>(
    `SELECT a.channel, a.address, a.id, a.customer_id, a.is_verified, c.is_vip, c.tags
       FROM unnest($1::text[], $2::text[]) AS asked (channel, address)
       JOIN address a ON a.channel = asked.channel AND a.address = asked.address
       JOIN customer c ON c.id = a.customer_id
      ORDER BY a.id FOR UPDATE OF a`,
    [messages.map((message) => message.channel), messages.map((message) => message.from.address)],
  );
  return new Map(
    rows.map((row) => [
      `${row.channel}:${row.address}`,
      {
        addressId: row.id,
        customerId: row.customer_id,
        isVerified: row.is_verified,
        isVip: row.is_vip,
        tags: row.tags,
      },
    ]),
  );
}

/** What the checks of their mails show of addresses: the best that was seen stands. */
export async function raiseStandings(tx: Tx, messages: MessageReceivedV1[]): Promise<void> {
  await tx.query(
    `UPDATE address a SET standing = told.standing
       FROM (SELECT DISTINCT ON (channel, address) * FROM unnest($1::text[], $2::text[], $3::text[]) AS told (channel, address, standing)
              ORDER BY channel, address, array_position(ARRAY['proven', 'plain', 'forged'], standing)) told
      WHERE a.channel = told.channel AND a.address = told.address
        AND array_position(ARRAY['proven', 'plain', 'forged'], told.standing) < array_position(ARRAY['proven', 'plain', 'forged'], a.standing)`,
    [
      messages.map((message) => message.channel),
      messages.map((message) => message.from.address),
      messages.map((message) => standingOf(message)),
    ],
  );
}

type NewAddress = { message: MessageReceivedV1; addressId: AddressId; customerId: CustomerId };

/** An address that another transaction made meanwhile stays as it is. Everybody starts as a customer of their own. */
export async function insertAddresses(tx: Tx, added: NewAddress[]): Promise<void> {
  const values = [
    added.map((one) => one.addressId),
    added.map((one) => one.customerId),
    added.map((one) => one.message.channel),
    added.map((one) => one.message.from.address),
    added.map((one) => one.message.from.name),
    added.map((one) => one.message.from.email),
    added.map((one) => standingOf(one.message)),
  ];
  await tx.query(
    `WITH added AS (
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
         AS added (id, customer_id, channel, address, name, email, standing)
     ), people AS (
       INSERT INTO customer (id, name) SELECT customer_id, name FROM added RETURNING id
     )
     INSERT INTO address (id, customer_id, channel, address, name, email, standing)
     SELECT id, customer_id, channel, address, name, email, standing FROM added ORDER BY channel, address
     ON CONFLICT (channel, address) DO NOTHING`,
    values,
  );
}

/** What the host site vouches for is taken over: that it is them, and the name it gave. */
export async function vouchForAddresses(tx: Tx, messages: MessageReceivedV1[]): Promise<void> {
  await tx.query(
    `UPDATE address a SET is_verified = true, verified_by = coalesce(a.verified_by, 'host-site'),
            verified_at = coalesce(a.verified_at, now()), name = coalesce(told.name, a.name), email = coalesce(told.email, a.email)
       FROM (SELECT DISTINCT ON (channel, address) * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
               AS told (channel, address, name, email)) told
      WHERE a.channel = told.channel AND a.address = told.address
        AND NOT (a.is_verified AND a.name IS NOT DISTINCT FROM coalesce(told.name, a.name)
                 AND a.email IS NOT DISTINCT FROM coalesce(told.email, a.email))`,
    [
      messages.map((message) => message.channel),
      messages.map((message) => message.from.address),
      messages.map((message) => message.from.name),
      messages.map((message) => message.from.email),
    ],
  );
}
