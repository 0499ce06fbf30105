/** What people want returned. */
import type { ExampleTexts } from './example-texts.ts';

export const returnsAndRefunds: ExampleTexts = {
  'return-goods': {
    en: `I want to return the shoes
How do I send it back?
What is your return policy?
Please send me a return label
How many days do I have to return it?
Can I return an opened box?
To which address do I send the return?
I changed my mind and want to return it
Who pays for the return shipping?
Can I bring it back to a store?
It doesn't suit me, I'd like to send it back
Pick up the return at my home please`,
    zh: `我想退货
怎么寄回去
支持七天无理由吗
退货地址是哪里
拆封了还能退吗
退货运费谁出
不喜欢,想退回去
多少天之内可以退货
能到门店退吗
可以上门取件退货吗
申请退货怎么操作
不合适想退了`,
  },
  'refund-status': {
    en: `Where is my refund?
I have not got my money back
When will you refund me?
The refund is still pending
I returned it two weeks ago and no refund yet
How long does a refund take?
My money was not refunded to my card
I want a refund
Please give me my money back
The refund amount is too low
To which account is the refund sent?
You promised to reimburse me last week`,
    zh: `退款什么时候到账
钱还没退给我
怎么还没有退款
货退回去两周了钱没收到
退款一直在处理中
退款要多久
退的钱不够
钱退到哪里了
我要退款
请把钱退给我
退款进度怎么查
说好上周退钱的`,
  },
  'damaged-or-wrong-item': {
    en: `The cup arrived broken
You sent me the wrong item
The screen has a scratch
I got the wrong size, I want to exchange it
It stopped working after two days, it is defective
The package was damaged and the glass is shattered
I ordered blue and got red
The quality is bad, the seam came loose
Can I exchange it for a bigger one?
A part is bent and does not fit
The battery is dead on arrival
The milk was past its date`,
    zh: `杯子收到就是碎的
你们发错货了
屏幕有划痕
尺码不对,想换大一号
用了两天就坏了
外包装破损,里面也坏了
我订的蓝色发来红色
质量太差,线都开了
想换货
零件是弯的装不上
电池充不进电,是坏的
收到的食品过期了`,
  },
};
