/** What the desk writes to itself is a test, and nothing that anybody else writes is. */
import { newId } from '@trunkline/contracts';
import { readConfig } from '@trunkline/platform';
import { type EmailConfig, readEmailConfig, sampleSettings, variables } from './config.ts';
import { parse } from './parse.ts';
import { signAddress, signTest } from './sign-address.ts';

const config = readEmailConfig(readConfig(variables, sampleSettings)) as EmailConfig;
const [own] = config.accounts as [EmailConfig['accounts'][number]];
const tester = signTest(own.address, config.replyKeys);
const forged = tester.replace(/.@/, (last) => (last === 'a@' ? 'b@' : 'a@'));

const mail = (from: string, to: string, id = 'selftest-1@x.test') =>
  parse(
    Buffer.from(`From: ${from}\r\nTo: ${to}\r\nMessage-ID: <${id}>\r\nSubject: A test\r\n\r\nIt is one.\r\n`),
    config,
  );

test('a mail of ours to our test address is a message that nobody has to answer', async () => {
  const from = { address: tester.toLowerCase(), name: 'Trunkline self-test', vouchedBy: null, email: null };
  expect(await mail(own.address, tester)).toMatchObject({ kind: 'message', automatic: 'auto-generated', from });
});

test('our answer to it comes back, which proves that it arrived', async () => {
  const id = newId();
  const answered = await mail(own.address, tester, `${id}@${own.domain}`);
  expect(answered).toMatchObject({ kind: 'message', automatic: 'auto-generated', provesArrivalOf: [id] });
});

test.each([
  ['a mail of ours to an address that we did not sign', own.address, forged],
  ['a mail of ours to a reply address', own.address, signAddress(own.address, newId(), config.replyKeys)],
])('%s is from ourselves, as ever', async (_what, from, to) =>
  expect(await mail(from, to)).toMatchObject({ kind: 'unreadable', because: 'from-ourselves' }),
);

test('a customer who writes to the test address is a customer', async () => {
  expect(await mail('ann@customer.test', tester)).toMatchObject({
    kind: 'message',
    automatic: null,
    from: { address: 'ann@customer.test' },
  });
});
