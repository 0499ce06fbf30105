/** What is quoted folds away; what is said never does. */
import { splitQuotation } from './split-quotation.ts';

test.each([
  ['an English quotation below', 'Thanks!\n\nOn Mon, 2 Nov 2026, Desk wrote:\n> Hello', 'Thanks!'],
  [
    'its line broken in two',
    'Thanks!\n\nOn Mon, 2 Nov 2026 at 09:00, Trunkline Desk\n<desk@example.org> wrote:\n> Hello',
    'Thanks!',
  ],
  ['a Chinese quotation below', '谢谢\n\n在 2026年11月2日,客服 写道:\n> 您好', '谢谢'],
  ['a mail program’s rule', '好的\n------------------ 原始邮件 ------------------\n发件人: 客服', '好的'],
  ['bare marks down to the end', 'Yes, please.\n> Shall we?\n>\n> Desk', 'Yes, please.'],
])('%s is folded', (_sentence, text, own) => {
  const parted = splitQuotation(text);
  expect(parted.own).toBe(own);
  expect(parted.quoted).not.toBe('');
});

test.each([
  ['answers between quoted lines', '> Which colour?\nBlue\n> Which size?\nL'],
  ['nothing but a quotation', '> Hello'],
  ['plain words', 'On time, as always. He wrote: fine'],
])('%s stays as it is', (_sentence, text) => expect(splitQuotation(text)).toEqual({ own: text, quoted: '' }));
