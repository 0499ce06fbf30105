/** Links addresses by what their messages say: sure ones join, likely ones are proposed, all in intake's transaction. */
import { type AddressId, type LinkId, newId, type PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { type FoundEvidence, isShared, judgeLink, weighEvidence } from '@trunkline/rules';
import { findPairs, type PairFound } from './claims.store.ts';
import { type Family, holdFamily, type KnownLink, type LinkWritten } from './links.store.ts';
import { ownersOf, storeLinks } from './store-links.ts';

type Linking = { policy: PolicyV1['customers']; own: ReadonlySet<string> };
type Pair = { rows: PairFound[]; score: number; evidence: LinkWritten['evidence']; isShared: boolean };

/** The caller holds the lock of linking and has stored the claims. */
export async function linkAddresses(tx: Tx, addressIds: AddressId[], linking: Linking): Promise<void> {
  const found = await findPairs(tx, addressIds);
  if (found.length === 0) return;
  const family = await holdFamily(tx, [...new Set(found.flatMap((row) => [row.a_customer, row.b_customer]))]);
  const written: LinkWritten[] = [];
  for (const pair of weighPairs(found, linking.own)) {
    const link = decide(pair, family, linking.policy);
    if (link === null) continue;
    written.push(link);
    family.links = [...family.links.filter((known) => !isSamePair(known, link)), { ...link, decidedBy: null }];
  }
  if (written.length > 0) await storeLinks(tx, family, written);
}

/** The strongest first, so that the weaker are judged by what it has made. */
function weighPairs(found: PairFound[], own: ReadonlySet<string>): Pair[] {
  const pairs = new Map<string, PairFound[]>();
  for (const row of found) {
    const key = [row.a, row.b].sort().join();
    pairs.set(key, [...(pairs.get(key) ?? []), row]);
  }
  return [...pairs]
    .map(([key, rows]) => {
      const weighed = weighEvidence(rows.map(evidenceOf));
      const tie = weighed.evidence[0]?.because.values.value ?? '';
      const names = rows.find(({ value }) => value === tie)?.names ?? 0;
      return { key, rows, ...weighed, isShared: isShared({ value: String(tie), own, names }) };
    })
    .sort((one, other) => other.score - one.score || (one.key < other.key ? -1 : 1));
}

const evidenceOf = ({ kind, value, by_a, by_b, standing, same_name }: PairFound): FoundEvidence =>
  by_b === null
    ? { how: 'names-it', kind, value, by: by_a, standing }
    : { how: 'names-the-same', kind, value, by: [by_a, by_b], sameName: same_name };

/** Null: nothing to write, for it is too weak, decided, or so already. */
function decide(
  { rows, score, evidence, isShared }: Pair,
  family: Family,
  policy: PolicyV1['customers'],
): LinkWritten | null {
  const row = rows[0]!;
  const [stays, comes] = row.a_since <= row.b_since ? [row.a, row.b] : [row.b, row.a];
  const owners = ownersOf(family);
  const [one, other] = [sideOf(family, owners, stays), sideOf(family, owners, comes)];
  if (owners.get(stays)!.customerId === owners.get(comes)!.customerId) return null;
  const judged = judgeLink(
    {
      score,
      said: 'nothing',
      crossesUndone: family.links.some((link) => wasParted(link) && crosses(link, one, other)),
      addresses: one.size + other.size,
      twoIds: haveTwoIds(family, one, other),
      isShared,
    },
    policy,
  );
  if (judged.kind === 'none') return null;
  const known = family.links.find((link) => isSamePair(link, { addressId: comes, intoAddressId: stays }));
  if (judged.kind === 'proposed' && known && known.score >= score) return null;
  const against = judged.because.startsWith('evidence-is')
    ? []
    : [{ because: { code: judged.because, values: {} }, score: 0 }];
  return {
    id: known?.id ?? newId<LinkId>(),
    addressId: comes,
    intoAddressId: stays,
    state: judged.kind === 'joins' ? 'joined' : 'proposed',
    score,
    evidence: [...evidence, ...against],
    by: null,
    note: '',
  };
}

type Ends = Pick<KnownLink, 'addressId' | 'intoAddressId'>;

const wasParted = ({ state }: KnownLink) => state === 'undone' || state === 'refused';
const isSamePair = (one: Ends, other: Ends) =>
  [one.addressId, one.intoAddressId].sort().join() === [other.addressId, other.intoAddressId].sort().join();

function sideOf(family: Family, owners: ReturnType<typeof ownersOf>, of: AddressId): Set<AddressId> {
  const { customerId } = owners.get(of)!;
  return new Set(family.addresses.map(({ id }) => id).filter((id) => owners.get(id)!.customerId === customerId));
}

const crosses = ({ addressId, intoAddressId }: Ends, one: Set<AddressId>, other: Set<AddressId>) =>
  (one.has(addressId) && other.has(intoAddressId)) || (one.has(intoAddressId) && other.has(addressId));

/** An id is `site:id`: two of one site are two people there. */
function haveTwoIds({ addresses }: Family, one: Set<AddressId>, other: Set<AddressId>): boolean {
  const idsOf = (side: Set<AddressId>) => addresses.filter(({ id }) => side.has(id)).flatMap(({ ids }) => ids);
  const site = (id: string) => id.slice(0, id.indexOf(':'));
  const theirs = idsOf(other);
  return idsOf(one).some((id) => theirs.some((their) => site(their) === site(id) && their !== id));
}
