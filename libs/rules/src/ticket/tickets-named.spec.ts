/** A10: which tickets a customer names. */
import { ticketsNamed } from './tickets-named.ts';

test.each([
  ['Any news on T-1042?', ['1042']],
  ['我的工单T-1042怎么样了，还有 t-7', ['1042', '7']],
  ['Ｔ－１０４２ 处理了吗', ['1042']],
  ['Re: [T-0012] parcel; see T-12', ['12']],
  ['T– 88, please', ['88']],
  ['My order AT-1042-7, model T-1000X, T1042', []],
  ['T-12345678901234567890', []],
  ['T-0', []],
  ['', []],
  ['T-1 T-2 T-3 T-4 T-5 T-6', ['1', '2', '3', '4', '5']],
])('A10 “%s” names %j', (text, numbers) => expect(ticketsNamed(text)).toEqual(numbers));
