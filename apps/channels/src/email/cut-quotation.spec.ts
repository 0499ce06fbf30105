/** What the customer newly wrote comes out exactly, whatever program quoted and signed, in whatever language. */
import { cutQuotation } from './cut-quotation.ts';
import { htmlQuotings } from './html-quotations-for-specs.ts';
import { quotings } from './quotations-for-specs.ts';
import { textOfHtml } from './text-of-html.ts';

test.each(quotings)('%s, %s: only the customer’s words are left', (_language, _program, words, under) => {
  expect(cutQuotation(`${words}\n\n${under}\n`)).toBe(words);
  expect(cutQuotation(`${words}\n\n\n\n${under}\n`.replaceAll('\n', '\r\n'))).toBe(words);
});

const wide = quotings.filter(([language]) => /^(zh|ja)/.test(language));
test.each(wide)('%s, %s: with signs of full width too', (_language, _program, words, under) => {
  const widened = under.replace(/:(?!\/\/|\d)/g, '\uff1a').replace(/,(?!\d)/g, '\uff0c');
  expect(cutQuotation(`${words}\n\n${widened}`)).toBe(words);
});

test.each(quotings)('%s, %s: what is only quoted is never nothing', (_language, _program, _words, under) => {
  if (under.split('\n').every((line) => /^\s*(>|$)/.test(line))) return;
  expect(cutQuotation(under)).not.toBe('');
});

test.each(htmlQuotings)('%s in HTML: only the customer’s words are left', (_program, html, words) => {
  const blank = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  expect(blank(cutQuotation(textOfHtml(`<html><body>${html}</body></html>`)))).toEqual(blank(words));
});

test.each([
  ['a journey with From, To and Date', 'Please book:\nFrom: Beijing\nTo: Shanghai\nDate: 2026-11-20 10:00\nSeats: 2'],
  [
    'a form that the customer filled in',
    'Name: Alice\nEmail: alice@customer.test\nDate: 2026-11-20\nOrder: 4711\nProblem: it leaks',
  ],
  ['a form in Chinese', '姓名:李伟\n邮箱:li@customer.test\n日期:2026-11-20\n订单:4711'],
  ['a report of what somebody said', 'On 20.11.2026 at 10:30 your driver said:\nI cannot come today.'],
  ['a report in Chinese', '我于2026年11月20日 10:00给你们写道:\n包裹没到。'],
  ['a report in German', 'Am 20.11.2026 schrieb ich Ihnen:\nDas Paket fehlt.'],
  ['a sentence that begins like a phone’s', 'Sent from my desk, is much easier than my mobile phone.'],
  ['a parcel that was sent', 'Hello\n\nSent from Berlin on Monday, it never came.'],
  ['a German sentence', 'Gesendet wurde es am Montag.\nBis heute ist nichts da.'],
  ['a question about a phone', 'Sent from my iPhone is what it says, why?'],
  ['a list with dashes', '- one\n- two\n\n-- three is missing'],
  ['a rule between two paragraphs', 'First.\n\n----------\n\nSecond.'],
  ['a time that ends in a colon', 'I will be there at 10:30:\nplease wait for me.'],
  ['an address and a colon', 'Please write to bob@customer.test:\nhe knows more.'],
  ['a word of the house', 'Original message was lost.\nCan you send it again?'],
  ['a shell prompt', 'I typed\n> npm start\nand it failed.'],
  ['Chinese that begins with 在', '在你们店里买的杯子,2026年11月20日 10:00 到货,坏了。'],
  ['Chinese that names a sender', '发件人写错了,请改成李伟。\n谢谢'],
  ['Japanese with a date', '2026年11月20日 10:00 に届くはずでした:\n届いていません。'],
  ['Russian with a date', '20.11.2026 в 10:00 курьер не приехал:\nждал весь день.'],
  [
    'what Apple passes on',
    'FYI\n\nBegin forwarded message:\n\nFrom: Shop <shop@x.test>\nSubject: Invoice\n\nYour invoice.',
  ],
  [
    'what Outlook’s users pass on in Chinese',
    '请看\n\n---------- 转发邮件 ----------\n发件人: 店 <shop@x.test>\n主题: 发票\n\n您的发票',
  ],
])('nothing is cut from %s', (_what, text) => {
  expect(cutQuotation(text)).toBe(text);
});

test.each([
  ['one line of a million characters', 'a@b.test 2026-11-20 10:00 '.repeat(40_000)],
  ['attributions that never end', 'On Fri, Nov 20, 2026 at 10:00 AM Support <\n'.repeat(25_000)],
  ['labels', 'From: a@b.test\n'.repeat(25_000)],
  ['colons', ':'.repeat(1_000_000)],
  ['signs of quotation', '>'.repeat(1_000_000)],
  ['lines of quotation and words', '> a\nb\n\n'.repeat(60_000)],
  ['blanks', ' \n'.repeat(500_000)],
  ['dashes', `${'-'.repeat(1_000)}\n`.repeat(1_000)],
])('a megabyte of %s is read within 5 s', (_what, text) => {
  const begun = performance.now();
  cutQuotation(text);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
