/** One spelling stands for all. */
import { fillText } from './fill-text.ts';
import { fold } from './fold.ts';
import { hasWord } from './has-word.ts';
import { wordsOf } from './words-of.ts';

test.each([
  ['traditional is read as simplified', '轉人工,請問退貨運費誰出', '转人工,请问退货运费谁出'],
  ['full width is read as half width', 'ABC123', 'abc123'],
  ['capitals and spaces do not matter', '  Where   IS\nmy Order ', 'where is my order'],
  ['a word in both scripts is one word', '電話號碼、發票、驗證碼、帳號', '电话号码、发票、验证码、帐号'],
])('%s', (_sentence, text, folded) => expect(fold(text)).toBe(fold(folded)));

test.each([
  ['words stand as they are', 'Where is my order 12-34?', ['where', 'is', 'my', 'order', '12', '34']],
  ['Chinese comes in pairs', '我要退款', ['我要', '要退', '退款']],
  ['a single character is itself', '好', ['好']],
  ['two scripts in a row are taken apart', 'iPhone手机壳', ['iphone', '手机', '机壳']],
  ['nothing gives nothing', ' …! ', []],
])('for search %s', (_sentence, text, words) => expect(wordsOf(text)).toEqual(words));

test.each([
  ['a word is found only whole', 'the return of it', 'turn', false],
  ['a run of words is found', 'please send me the VAT invoice now', 'vat invoice', true],
  ['Chinese is found anywhere', '我想要退款谢谢', '退款', true],
  ['an empty word is never found', 'text', '', false],
])('%s', (_sentence, text, word, found) => expect(hasWord(text, word)).toBe(found));

test('holes of a text are filled, and those without a value left empty', () =>
  expect(fillText('您好,工号{number}为您服务{agent.title}!', { number: 1024 })).toBe('您好,工号1024为您服务!'));
