/** One customer over many addresses, and never two customers as one. */
import type { CustomerId } from '@trunkline/contracts';
import { sameCustomer } from './same-customer.ts';

const from = { address: 'x', name: null, vouchedBy: null, email: null };
const [anna, ben] = ['anna', 'ben'] as CustomerId[];
const vouched = { ...from, vouchedBy: 'host-site' as const, email: 'a@x.test' };

test.each([
  ['a known address is its owner’s', from, { ofAddress: anna, ofVouchedEmail: null }, anna],
  ['a vouched e-mail links a new address', vouched, { ofAddress: null, ofVouchedEmail: ben }, ben],
  ['an address already owned stays where it is', vouched, { ofAddress: anna, ofVouchedEmail: ben }, anna],
  [
    'an e-mail nobody vouches for links nothing',
    { ...vouched, vouchedBy: null },
    { ofAddress: null, ofVouchedEmail: ben },
    null,
  ],
  ['the unknown is new', from, { ofAddress: null, ofVouchedEmail: null }, null],
])('A3 %s', (_sentence, sender, known, owner) => {
  const found = sameCustomer(sender, {
    ofAddress: known.ofAddress ?? null,
    ofVouchedEmail: known.ofVouchedEmail ?? null,
  });
  expect(found.kind === 'same' ? found.customerId : null).toBe(owner);
});
