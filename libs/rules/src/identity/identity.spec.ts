/** One customer over many addresses, never two customers as one, and every link can be undone. */
import type { AddressId, CustomerId, LinkId, MessageReceivedV1 } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { seeded } from '../simulate/seeded.ts';
import { type Claim, claimsOf } from './claims-of.ts';
import { isShared } from './is-shared.ts';
import { judgeLink, mostAddresses } from './judge-link.ts';
import { betterStanding, standingOf } from './standing-of.ts';
import { type Found, weighEvidence } from './weigh-evidence.ts';
import { type JoinedLink, type OwnedAddress, whoOwns } from './who-owns.ts';

const check = (result: 'pass' | 'fail' | 'none') => ({ result, domain: 'x.test' });
const checks = (dmarc: 'pass' | 'fail' | 'none') => ({
  spf: check('none'),
  dkim: check('none'),
  dmarc: check(dmarc),
  by: 'us',
});
const names = (by: Claim['by'], standing: 'proven' | 'plain' | 'forged' = 'proven'): Found => ({
  how: 'names-it',
  kind: 'email',
  value: 'li@x.test',
  by,
  standing,
});
const same = (kind: Claim['kind'], by: Claim['by'], other = by, sameName = true): Found => ({
  how: 'names-the-same',
  kind,
  value: '77',
  by: [by, other],
  sameName,
});
const policy = defaultPolicy.customers;
const calm = { said: 'nothing', crossesUndone: false, addresses: 2, twoIds: false, isShared: false } as const;

test.each<[string, Found[], number, string]>([
  ['a host site vouches for a mail address that is proven', [names('host-site')], 100, 'joins'],
  ['a host site vouches for one of which nothing is known', [names('host-site', 'plain')], 90, 'joins'],
  ['a code came back from it', [names('code')], 100, 'joins'],
  ['a provider names a mail address whose mails pass', [names('provider')], 92, 'joins'],
  ['a provider names one that proved nothing', [names('provider', 'plain')], 70, 'proposed'],
  ['the customer wrote it', [names('customer')], 60, 'proposed'],
  ['a host site’s word for what is only forged joins nothing', [names('host-site', 'forged')], 0, 'none'],
  ['what a forger wrote joins nothing', [names('customer', 'forged')], 0, 'none'],
  ['the same signed-in id', [same('external-id', 'host-site')], 100, 'joins'],
  ['an id by anybody else’s word is none', [same('external-id', 'provider')], 0, 'none'],
  ['both wrote the same number', [same('phone', 'customer')], 60, 'proposed'],
  ['one provider and one customer name the same', [same('phone', 'provider', 'customer')], 60, 'proposed'],
  ['two providers name the same', [same('email', 'provider')], 70, 'proposed'],
  ['the same name and order number', [same('order', 'customer')], 50, 'proposed'],
  ['the same order number under another name', [same('order', 'customer', 'customer', false)], 0, 'none'],
  ['a name alone is nothing', [], 0, 'none'],
  [
    'much typing is still typing',
    [names('customer'), same('phone', 'customer'), same('order', 'customer'), names('provider', 'plain')],
    85,
    'proposed',
  ],
])('A3 evidence: %s', (_sentence, found, score, kind) => {
  const weighed = weighEvidence(found);
  expect([weighed.score, judgeLink({ ...calm, score: weighed.score }, policy).kind]).toEqual([score, kind]);
  expect(weighed.evidence.reduce((sum, one) => sum + one.score, 0)).toBeGreaterThanOrEqual(score);
});

test.each([
  ['was refused', { said: 'refused' }, 'none', 'said-no-before'],
  ['was undone', { said: 'undone' }, 'none', 'said-no-before'],
  ['leads around an undone link', { crossesUndone: true }, 'proposed', 'was-undone-before'],
  ['would chain too many', { addresses: mostAddresses + 1 }, 'proposed', 'too-many-addresses'],
  ['ties two signed-in ids', { twoIds: true }, 'proposed', 'two-signed-in-ids'],
  ['hangs on a shared address', { isShared: true }, 'proposed', 'address-is-shared'],
] as const)('A3 what %s never joins by itself, however sure', (_sentence, change, kind, because) =>
  expect(judgeLink({ ...calm, score: 100, ...change }, policy)).toEqual({ kind, because }),
);
test('A3 a shared address that was only typed is not even proposed', () =>
  expect(judgeLink({ ...calm, score: 60, isShared: true }, policy).kind).toBe('none'));

test.each([
  ['a person’s', 'li.na@x.test', 1, false],
  ['a role’s', 'info@x.test', 1, true],
  ['a role’s with more behind', 'support+shop@x.test', 1, true],
  ['a machine’s', 'no-reply@x.test', 1, true],
  ['the desk’s own', 'desk@desk.test', 1, true],
  ['a number that four names use', '+861065550000', 4, true],
  ['a number that three of a family use', '+861065550001', 3, false],
  ['a name that begins like a role', 'informatik@x.test', 1, false],
])('A3 %s address is known for it', (_sentence, value, used, shared) =>
  expect(isShared({ value, own: new Set(['desk@desk.test']), names: used })).toBe(shared),
);

const message = (rest: Partial<MessageReceivedV1>): MessageReceivedV1 =>
  ({
    account: 'shop',
    from: { address: 'v1', name: 'Li', vouchedBy: null, email: null },
    text: '',
    subject: null,
    automatic: null,
    ...rest,
  }) as MessageReceivedV1;
const li = { address: 'v1', name: 'Li', vouchedBy: null, email: null };

test.each<[string, Partial<MessageReceivedV1>, string[]]>([
  ['nothing', { text: 'Hello' }, []],
  [
    'a host site’s mail address',
    { from: { ...li, vouchedBy: 'host-site', email: 'Li@X.test ' } },
    ['email li@x.test host-site'],
  ],
  ['a mail address nobody vouches for', { from: { ...li, email: 'li@x.test' } }, []],
  [
    'a provider’s record, in one spelling',
    { from: { ...li, evidence: [{ kind: 'phone', value: '0086 138-0013 8000', by: 'provider' }] } },
    ['phone +8613800138000 provider'],
  ],
  [
    'an id, of this site alone',
    { from: { ...li, evidence: [{ kind: 'external-id', value: '42', by: 'host-site' }] } },
    ['external-id shop:42 host-site'],
  ],
  ['a form', { form: { email: 'li@x.test', topic: 'x' } }, ['email li@x.test customer']],
  [
    'words',
    { text: 'my mail is li@x.test, phone +86 138 0013 8000' },
    ['email li@x.test customer', 'phone +8613800138000 customer'],
  ],
  ['an order number', { text: 'order A-20017 is late' }, ['order a20017 customer']],
  ['their own address, which is no news', { from: { ...li, address: 'li@x.test' }, text: 'I am li@x.test' }, []],
  ['what may be forged', { text: 'I am li@x.test', checks: checks('fail') }, []],
  ['a machine’s words', { text: 'I am li@x.test', automatic: 'auto-replied' }, []],
])('A3 a message says of its sender: %s', (_sentence, rest, claims) =>
  expect(claimsOf(message(rest)).map(({ kind, value, by }) => `${kind} ${value} ${by}`)).toEqual(claims),
);

test('A3 who forges an address takes nothing from its owner', () => {
  expect([standingOf({ checks: checks('fail') }), standingOf({ checks: checks('pass') }), standingOf({})]).toEqual([
    'forged',
    'proven',
    'plain',
  ]);
  expect([betterStanding('proven', 'forged'), betterStanding('forged', 'plain')]).toEqual(['proven', 'plain']);
});

const seed = Number(process.env.IDENTITY_SEED ?? Math.floor(Math.random() * 2 ** 31));

test(`A3 through 300 random histories undoing restores exactly who owned what (IDENTITY_SEED=${seed})`, () => {
  const random = seeded(seed);
  const upTo = (many: number) => Math.floor(random() * many);
  const wrong: string[] = [];
  for (let history = 0; history < 300; history += 1) {
    const addresses = Array.from(
      { length: 2 + upTo(8) },
      (_, at): OwnedAddress => ({
        id: `a${at}` as AddressId,
        home: `c${at}` as CustomerId,
      }),
    );
    const one = () => addresses[upTo(addresses.length)]!.id;
    const stand = (links: JoinedLink[]) => JSON.stringify([...whoOwns(addresses, links)]);
    // how it stood whenever just these links held: it stands so again, whatever was joined and undone in between
    const stood = new Map<string, string>();
    let links: JoinedLink[] = [];
    for (let step = 0; step < 40; step += 1) {
      const key = links.map(({ id }) => id).join();
      if ((stood.get(key) ?? stand(links)) !== stand(links)) wrong.push(`${history}/${step}: not as it stood`);
      stood.set(key, stand(links));
      wrong.push(...tornOrJoined(addresses, links).map((what) => `${history}/${step}: ${what}`));
      if (links.length > 0 && random() < 0.45) {
        const undone = links[random() < 0.5 ? links.length - 1 : upTo(links.length)]!;
        links = links.filter((link) => link !== undone);
        continue;
      }
      const link = { id: `l${step}` as LinkId, addressId: one(), intoAddressId: one() };
      const before = whoOwns(addresses, links).get(link.intoAddressId)!.customerId;
      links = [...links, link];
      if (whoOwns(addresses, links).get(link.addressId)!.customerId !== before)
        wrong.push(`${history}/${step}: not joined`);
    }
    if (stand([]) !== stood.get('')) wrong.push(`${history}: not as it began`);
  }
  expect(wrong).toEqual([]);
});

/** Whoever is connected by links is one customer, and nobody else is. */
function tornOrJoined(addresses: OwnedAddress[], links: JoinedLink[]): string[] {
  const owned = whoOwns(addresses, links);
  const reach = new Map(addresses.map(({ id }) => [id, new Set([id])]));
  for (const { addressId, intoAddressId } of links) {
    const all = new Set([...reach.get(addressId)!, ...reach.get(intoAddressId)!]);
    for (const id of all) reach.set(id, all);
  }
  return addresses.flatMap(({ id }) =>
    addresses
      .filter(
        ({ id: other }) => (owned.get(id)!.customerId === owned.get(other)!.customerId) !== reach.get(id)!.has(other),
      )
      .map(({ id: other }) => `${id} and ${other}`),
  );
}
