/** One customer with their addresses and what is proposed, for whoever sees a conversation of theirs. */
import type { Customer, CustomerId, StaffV1 } from '@trunkline/contracts';
import { type Postgres, refuse } from '@trunkline/platform';
import { type Act, may, type Thing } from '@trunkline/rules';
import { linkJoins, linkJson } from './links.store.ts';
import { visible } from './visible.ts';

/** What one may not see is not there; who sees a customer may still not be allowed to change them. */
export async function demandCustomer(
  postgres: Postgres,
  person: StaffV1,
  { id, does }: { id: CustomerId; does: Act },
): Promise<void> {
  const { sees, values } = visible(person, 1);
  const [thing] = await postgres.query<Thing>(
    `SELECT c.queue, c.agent_id AS "agentId", c.follower_id AS "followerId" FROM address a JOIN conversation c ON c.address_id = a.id
      WHERE a.customer_id = $1 AND ${sees} LIMIT 1`,
    [id, ...values],
  );
  if (!thing || !may({ person, does: 'see-customer', thing }).ok) refuse('not-found');
  const verdict = may({ person, does, thing });
  if (!verdict.ok) refuse(verdict.because);
}

export async function showCustomer(postgres: Postgres, id: CustomerId): Promise<Customer> {
  const [row] = await postgres.query<{ customer: Customer }>(
    `SELECT jsonb_build_object('id', p.id, 'version', p.version, 'name', p.name, 'isVip', p.is_vip, 'tags', p.tags,
       'fields', p.fields, 'note', p.note, 'consent', p.consent, 'externalId', p.external_id,
       'addresses', coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'channel', a.channel, 'address', a.address,
           'name', a.name, 'verifiedBy', a.verified_by, 'verifiedAt', a.verified_at, 'firstSeenAt', a.created_at,
           'linkId', a.link_id) ORDER BY a.created_at, a.id) FROM address a WHERE a.customer_id = p.id), '[]'),
       'proposed', coalesce((SELECT jsonb_agg(${linkJson} ORDER BY l.score DESC, l.id) ${linkJoins}
           WHERE l.state = 'proposed' AND i.customer_id <> x.customer_id AND p.id IN (i.customer_id, x.customer_id)), '[]'),
       'openConversations', (SELECT count(*) FROM address a JOIN conversation c ON c.address_id = a.id AND c.is_open
                              WHERE a.customer_id = p.id),
       'firstSeenAt', (SELECT min(a.created_at) FROM address a WHERE a.customer_id = p.id),
       'lastSeenAt', (SELECT max(c.last_customer_at) FROM address a JOIN conversation c ON c.address_id = a.id
                       WHERE a.customer_id = p.id)) AS customer
       FROM customer p WHERE p.id = $1`,
    [id],
  );
  return row?.customer ?? refuse('not-found');
}
