/** Before something protected the customer shows who they are: a code to a known address, three tries, ten minutes. */
import { defaultPolicy } from '../policy/default-policy.ts';
import { codeInText } from './code-in-text.ts';
import { judgeTry } from './judge-try.ts';
import { covers, mayDoProtected } from './may-do-protected.ts';
import { type CodeAsked, maySendCode, mostCodesAnHour } from './may-send-code.ts';
import { shownAddress } from './shown-address.ts';
import { wordCode } from './word-code.ts';

const now = '2026-11-23T08:00:00.000Z';
const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();

test.each(Object.keys(covers) as (keyof typeof covers)[])('V18 %s waits until the customer is verified', (what) => {
  const ask = (verifiedUntil: string | null, protects = defaultPolicy.customers.protects) =>
    mayDoProtected(
      { what, verifiedUntil, now },
      { ...defaultPolicy, customers: { ...defaultPolicy.customers, protects } },
    );
  expect([ask(null), ask(at(-1)), ask(now)]).toEqual(Array(3).fill({ ok: false, because: 'not-verified' }));
  expect([ask(at(1)), ask(null, [])]).toEqual([{ ok: true }, { ok: true }]);
});

const known: CodeAsked = {
  address: { isVerified: false, isLive: false, firstSeenAt: at(-100), linkedByHand: false },
  conversationBeganAt: at(-10),
  isLocked: false,
  ofCustomer: 0,
  byAgent: 0,
};
const of = (change: Partial<NonNullable<CodeAsked['address']>>) => ({ address: { ...known.address!, ...change } });

test.each<[string, Partial<CodeAsked>, true | string]>([
  ['an address known before the conversation', {}, true],
  ['one first seen in this conversation', of({ firstSeenAt: at(-10) }), 'address-not-known'],
  ['one first seen later, but verified', of({ firstSeenAt: at(-1), isVerified: true }), true],
  ['one that a colleague linked by hand', of({ linkedByHand: true }), 'address-not-known'],
  ['one linked by hand and verified since', of({ linkedByHand: true, isVerified: true }), true],
  ['the chat itself', of({ isLive: true, isVerified: true }), 'address-not-known'],
  ['somebody else’s', { address: null }, 'address-not-known'],
  ['any, once locked', { isLocked: true }, 'code-locked'],
  ['any, too often for the customer', { ofCustomer: mostCodesAnHour.ofCustomer }, 'too-many-codes'],
  ['any, too often by the agent', { byAgent: mostCodesAnHour.byAgent }, 'too-many-codes'],
])('A11 a code to %s', (_sentence, change, expected) => {
  const verdict = maySendCode({ ...known, ...change });
  expect(verdict.ok || verdict.because).toBe(expected);
});

const out = { state: 'sent', tries: 0, expiresAt: at(1) } as const;
test.each([
  ['the right code verifies', { code: out, matches: true }, { kind: 'verified' }],
  ['a wrong one leaves two tries', { code: out, matches: false }, { kind: 'wrong', triesLeft: 2 }],
  ['the third wrong one locks', { code: { ...out, tries: 2 }, matches: false }, { kind: 'locked' }],
  ['the right one counts on the last try', { code: { ...out, tries: 2 }, matches: true }, { kind: 'verified' }],
  ['too late is too late', { code: { ...out, expiresAt: now }, matches: true }, refused('code-expired')],
  ['a code counts once', { code: { ...out, state: 'verified' }, matches: true }, refused('no-code-sent')],
  ['locked stays locked', { code: { ...out, state: 'locked' }, matches: true }, refused('code-locked')],
  ['without a code none is right', { code: null, matches: true }, refused('no-code-sent')],
] as const)('A11 %s', (_sentence, asked, expected) =>
  expect(judgeTry({ ...asked, now, mostTries: 3 })).toEqual(expected),
);

function refused(because: string) {
  return { kind: 'refused', because };
}

test.each([
  ['123456', '123456', '••••••'],
  ['the code is 123 456.', '123456', 'the code is ••••••.'],
  ['验证码１２３４５６谢谢', '123456', '验证码••••••谢谢'],
  ['123456 or 654321?', null, null],
  ['order 1234567', null, null],
  ['no number', null, null],
  ['x'.repeat(300), null, null],
])('A11 in “%s” the code is found', (text, code, masked) =>
  expect(codeInText(text)).toEqual(code === null ? null : { code, masked }),
);

test.each([
  ['lina@customer.test', 'l…@customer.test'],
  ['+8613800138000', '+86…000'],
  ['U0123456', '…456'],
])('%s is shown as %s', (address, shown) => expect(shownAddress(address)).toBe(shown));

test('the words of a code are the customer’s, keep its place, and say nothing of it in the house', () => {
  for (const language of ['en', 'zh', 'fr']) {
    const { sent, noted } = wordCode(language, defaultPolicy);
    expect([sent.split('{code}').length, noted.includes('{code}')]).toEqual([2, false]);
  }
});
