/** What people write about paying. */
import type { ExampleTexts } from './example-texts.ts';

export const paymentAndSettlement: ExampleTexts = {
  'payment-failed': {
    en: `My payment failed
My card was declined
I can't pay for my order
The checkout shows an error when I pay
Payment doesn't go through
Why is my credit card rejected?
PayPal does not open at checkout
The bank says fine but the payment is refused here
I tried three cards and none works
Paying by transfer does not work
The pay button does nothing
Payment pending for two hours`,
    zh: `支付失败了
付款付不了
银行卡被拒绝
订单无法付款
支付的时候一直转圈
为什么信用卡付不了
微信支付打不开
换了三张卡都不行
付款页面点了没反应
显示支付处理中两个小时了
余额足够但是提示支付失败
结账的时候付不了钱`,
  },
  'charged-twice': {
    en: `I was charged twice for one order
You took the money two times
The amount on my card is higher than the price
There is a charge I did not make
Double payment on my statement
I was billed after I cancelled the subscription
You charged me the wrong amount
Why did you take 50 more?
The same order was deducted twice
An unauthorized charge of 99 appeared
My monthly fee was taken twice this month
I was overcharged, please correct it`,
    zh: `同一个订单扣了两次钱
重复扣款了
扣的金额比标价多
有一笔钱不是我付的
账单上付了两遍
取消会员了还在扣费
扣错钱了请核实
为什么多扣了我五十块
自动续费没经过我同意
这个月会员费扣了两回
卡里莫名其妙被扣了99
乱扣费,请退还`,
  },
  invoice: {
    en: `I need an invoice for my order
Please send me the receipt
The VAT number on the invoice is missing
Can you change the billing address on the invoice?
Where can I download my invoices?
The company name on the bill is wrong
I need an electronic invoice for accounting
Please issue the invoice again
Is there an invoice in the box?
Our bookkeeping needs the tax invoice from May
Add our purchase order number to the invoice
The receipt was never e-mailed to me`,
    zh: `请给我开发票
电子发票在哪里下载
发票抬头写错了
能不能开专票
税号填错了可以重开吗
发票什么时候寄
公司报销需要发票
麻烦把收据发给我
发票金额不对
上个月的发票还没收到
怎么申请开票
发票可以换成个人抬头吗`,
  },
  'fees-and-prices': {
    en: `How much does the premium plan cost?
Is there a discount for students?
My coupon code doesn't work
What are the shipping fees?
Are there fees for withdrawing?
When are settlements paid out to sellers?
Do you match lower prices?
What's the price for ten pieces?
How do I use a voucher?
Is the price including tax?
Why is the price higher than yesterday?
What does it cost per month?`,
    zh: `高级会员多少钱
学生有优惠吗
优惠券用不了
运费怎么算
提现要手续费吗
货款什么时候结算
买十个能便宜点吗
这个价格含税吗
为什么比昨天贵了
有折扣吗
代金券怎么使用
一个月要多少费用`,
  },
};
