/** People decide on links: join what is proposed, refuse it, undo what was joined, or link an address by hand. */
import type { AddressId, CustomerId, CustomerLink, LinkId, StaffV1 } from '@trunkline/contracts';
import { newId } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import type { GiveOrder } from '../desk/give-order.ts';
import { demandVerifiedCustomer } from '../verify/demand-verified.ts';
import { holdLinking } from './claims.store.ts';
import { findLink, holdFamily, type KnownLink, type LinkWritten } from './links.store.ts';
import { demandCustomer } from './show-customer.ts';
import { storeLinks } from './store-links.ts';

export type LinkOrder = 'join' | 'refuse' | 'undo';
type Decision = { by: string; id: LinkId; order: LinkOrder; note: string };

const becomes = { join: 'joined', refuse: 'refused', undo: 'undone' } as const;
/** A refused or undone one may still be joined by a person who knows better. */
const from: Record<LinkOrder, CustomerLink['state'][]> = {
  join: ['proposed', 'refused', 'undone'],
  refuse: ['proposed'],
  undo: ['joined'],
};

export async function decideLink(desk: GiveOrder, { by, id, order, note }: Decision): Promise<CustomerLink> {
  const person = desk.person(by);
  const known = (await findLink(desk.postgres, id)) ?? refuse('not-found');
  await demandEither(desk, person, [known.into.customerId, known.other]);
  await desk.postgres.transaction(async (tx) => {
    await holdLinking(tx);
    const now = (await findLink(tx, id))!;
    if (now.state === becomes[order]) return;
    if (!from[order].includes(now.state)) refuse('link-decided', { state: now.state });
    const family = await holdFamily(tx, [now.into.customerId, now.other]);
    const link = family.links.find((one) => one.id === id)!;
    await write(tx, family, { ...link, state: becomes[order], by: person.id, note });
  });
  return show(desk, id);
}

type ByHand = { by: string; customerId: CustomerId; addressId: AddressId; note: string };

/** Whoever adds an address to a customer says that it is theirs: only once the customer has shown who they are. */
export async function linkByHand(desk: GiveOrder, { by, customerId, addressId, note }: ByHand): Promise<CustomerLink> {
  const person = desk.person(by);
  await demandCustomer(desk.postgres, person, { id: customerId, does: 'link-customer' });
  const id = await desk.postgres.transaction(async (tx) => {
    await holdLinking(tx);
    const [address] = await tx.query<{ customer_id: CustomerId }>('SELECT customer_id FROM address WHERE id = $1', [
      addressId,
    ]);
    if (!address) refuse('not-found');
    if (address.customer_id === customerId) refuse('same-customer-already');
    await demandVerifiedCustomer(tx, customerId, desk.settings.policy);
    const family = await holdFamily(tx, [customerId, address.customer_id]);
    const into = family.addresses.find((one) => one.customerId === customerId)!.id;
    const known = family.links.find((one) => isPair(one, addressId, into));
    const link = { id: known?.id ?? newId<LinkId>(), score: known?.score ?? 0, evidence: known?.evidence ?? [], note };
    await write(tx, family, { ...link, addressId, intoAddressId: into, state: 'joined', by: person.id });
    return link.id;
  });
  return show(desk, id);
}

const isPair = ({ addressId, intoAddressId }: KnownLink, one: AddressId, other: AddressId) =>
  (addressId === one && intoAddressId === other) || (addressId === other && intoAddressId === one);

function write(tx: Tx, family: Parameters<typeof storeLinks>[1], link: LinkWritten): Promise<void> {
  const others = family.links.filter(({ id }) => id !== link.id);
  return storeLinks(tx, { ...family, links: [...others, { ...link, decidedBy: link.by }] }, [link]);
}

/** Whoever sees one of the two sees the proposal. */
async function demandEither(desk: GiveOrder, person: StaffV1, [into, other]: [CustomerId, CustomerId]): Promise<void> {
  const demand = (id: CustomerId) => demandCustomer(desk.postgres, person, { id, does: 'link-customer' });
  await demand(into).catch(() => demand(other));
}

async function show(desk: GiveOrder, id: LinkId): Promise<CustomerLink> {
  const { other: _, ...link } = (await findLink(desk.postgres, id)) ?? refuse('not-found');
  return link;
}
