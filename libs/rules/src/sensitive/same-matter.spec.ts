/** Numbers of orders and tickets, as people write them. */
import { numbersIn } from './numbers-in.ts';

test.each<[string, string, string[]]>([
  ['named', 'My order number is 850004412', ['850004412']],
  ['with letters', 'Order AB-10023 is late', ['ab10023']],
  ['short, but named', 'ticket #4711', ['4711']],
  ['in Chinese', '订单号20250318004512,麻烦查一下', ['20250318004512']],
  ['in traditional characters', '訂單編號 A88213 還沒到', ['a88213']],
  ['unnamed, but long', 'it is 99887766554 again', ['99887766554']],
  ['a mobile number is none', '电话13800138000', []],
  ['a date is none', 'on 20260318 it broke', []],
  ['an amount is none', 'I paid $12345678', []],
  ['twice is once', 'order 5567123, I say 订单5567123', ['5567123']],
])('A25 a number %s: %s', (_sentence, text, numbers) => expect(numbersIn(text)).toEqual(numbers));
