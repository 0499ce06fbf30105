/** The language of short, real lines, as customers write them. */
import { findLanguage } from './find-language.ts';

test.each([
  ['zh', '你好,我的快递到哪了?'],
  ['zh', '退款'],
  ['zh', '您好,我的訂單還沒有收到,請幫我查詢一下物流'],
  ['zh', '我买的iPhone 16 Pro Max屏幕坏了怎么办'],
  ['zh', '鲜の每日的订单什么时候发货'],
  ['en', 'Hello, where is my parcel?'],
  ['en', 'refund pls'],
  ['en', 'My order 12345 has not arrived yet and I would like to know when it will.'],
  ['ja', '注文した商品がまだ届いていません。'],
  ['ja', 'キャンセルしたい'],
  ['ko', '주문한 상품이 아직 도착하지 않았어요.'],
  ['es', 'Hola, todavía no he recibido mi pedido y me gustaría saber cuándo llegará.'],
  ['de', 'Guten Tag, meine Bestellung ist noch nicht angekommen. Wann wird sie geliefert?'],
])('%s: %s', (language, text) => {
  expect(findLanguage(text, 'fr')).toBe(language);
});

test.each([['😀👍'], ['12345'], [''], ['???'], ['https://']])(
  '%j has no words: it speaks the desk’s language',
  (text) => {
    expect(findLanguage(text, text === 'https://' ? 'en' : 'zh')).toBe(text === 'https://' ? 'en' : 'zh');
  },
);
