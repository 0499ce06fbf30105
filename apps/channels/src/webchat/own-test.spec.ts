/** Our own visitor's words are a test; nobody else can be that visitor. */
import { parse } from './parse.ts';
import { newVisitorId, readVisitor, signVisitor, testVisitorId } from './sign-visitor.ts';

const keys = [{ kid: 'a', bytes: Buffer.alloc(32, 1) }];
const said = (id: string) =>
  parse(
    Buffer.from(
      JSON.stringify({
        site: 'demo',
        from: { address: `v:${id}`, name: null, vouchedBy: null, email: null },
        say: { txnId: 'selftest-1', text: 'selftest-0011223344556677' },
      }),
    ),
  );

test.each([
  ['our own visitor', testVisitorId, 'auto-generated'],
  ['anybody who says the same', newVisitorId(), null],
])('%s', async (_who, id, automatic) => expect(await said(id)).toMatchObject({ kind: 'message', automatic }));

test('its token is one that the site reads, and none without the key', () => {
  expect(readVisitor('demo', signVisitor('demo', testVisitorId, keys), keys)).toBe(testVisitorId);
  const other = [{ kid: 'a', bytes: Buffer.alloc(32, 2) }];
  expect(readVisitor('demo', signVisitor('demo', testVisitorId, other), keys)).toBeNull();
});
