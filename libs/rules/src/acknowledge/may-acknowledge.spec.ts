/** An acknowledgement goes to people alone, in the desk's own words. */
import { defaultPolicy } from '../policy/default-policy.ts';
import { type CameByMail, mailboxOf, mayAcknowledge } from './may-acknowledge.ts';

const policy = { ...defaultPolicy, mail: { ...defaultPolicy.mail, acknowledges: true } };
const mail: CameByMail = { address: 'li@customer.test', automatic: null, isSuspect: false, language: 'en' };

test.each<[string, Partial<CameByMail>, string]>([
  ['automatic mail', { automatic: 'auto-replied' }, 'nobody-has-to-answer'],
  ['a newsletter', { automatic: 'bulk' }, 'nobody-has-to-answer'],
  ['a forged one', { isSuspect: true }, 'forged-sender'],
  ['one without a sender', { address: '' }, 'no-address'],
])('V3 %s gets none', (_what, change, because) =>
  expect(mayAcknowledge({ ...mail, ...change }, policy)).toEqual({ kind: 'keeps-silent', because }),
);

test('as shipped nobody gets one; a person does once it is switched on, in their language', () => {
  expect(mayAcknowledge(mail, defaultPolicy)).toEqual({ kind: 'keeps-silent', because: 'text-is-switched-off' });
  expect(mayAcknowledge(mail, policy)).toMatchObject({ subject: 'We have your message' });
  expect(mayAcknowledge({ ...mail, language: 'zh' }, policy)).toMatchObject({ subject: '我们已收到您的邮件' });
});

test.each([
  ['Li+shop@Customer.test', 'li@customer.test'],
  ['li@customer.test', 'li@customer.test'],
  ['+@x.test', '@x.test'],
])('%s is the mailbox %s', (address, mailbox) => expect(mailboxOf(address)).toBe(mailbox));
