/** How a visitor's way is put in words. */
import { pageName, sayValues } from './visitor-words.ts';

test.each([
  ['https://www.shop.test/help/refund?utm=1#top', 'shop.test/help/refund'],
  ['https://shop.test/', 'shop.test'],
  ['https://shop.test/%E9%80%80%E6%AC%BE', 'shop.test/退款'],
  ['not an address', 'not an address'],
])('%s is shown as %s', (url, shown) => expect(pageName(url)).toBe(shown));

test('what a page said with an event stands in one line', () => {
  expect(sayValues({ sku: 'A-1', amount: 20, gift: true })).toBe('sku: A-1 · amount: 20 · gift: true');
});
