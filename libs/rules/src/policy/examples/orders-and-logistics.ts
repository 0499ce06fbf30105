/** What people ask about orders on their way. */
import type { ExampleTexts } from './example-texts.ts';

export const ordersAndLogistics: ExampleTexts = {
  'where-is-my-order': {
    en: `Where is my order?
When will my parcel arrive?
The tracking has not moved for five days
My package still has not shipped
Can you give me the tracking number?
What is the delivery date?
It says in transit since Monday
Has my order been sent yet?
How long does shipping take?
Which courier brings it?
I ordered a week ago and nothing has come
The delivery is late, where is it now?`,
    zh: `我的订单到哪了
什么时候能到货
物流五天没更新了
怎么还没发货
请给我快递单号
预计哪天送达
一直显示运输中
我的包裹发出了吗
一般几天能到
用的是哪家快递
下单一个星期了还没到
快递怎么这么慢,现在在哪`,
  },
  'change-or-cancel-order': {
    en: `Please cancel my order
I want to change the delivery address
I ordered the wrong colour, can you change it?
Can I add another item to my order?
I put in the wrong street number
Cancel the order before it ships
I bought it twice by mistake, cancel one
Please deliver it to my office instead
Change the quantity from two to three
I don't want it any more, please stop the order
Can you ship it next week instead?
The phone number in my order is wrong`,
    zh: `帮我取消订单
地址填错了,改一下
颜色拍错了能换吗,还没发货
可以再加一件一起发吗
门牌号写错了
发货前帮我拦下来
不小心拍了两次,取消一个
请改送到公司
数量想从两个改成三个
不想要了,订单撤销
能不能下周再发
收货电话填错了帮我修改`,
  },
  'not-received': {
    en: `It says delivered but I have not received it
My parcel is lost
One item is missing from the box
The courier claims he left it at the door, nothing is there
Somebody else signed for my package
I got only two of the three things
The package never arrived
Tracking shows delivered yesterday, but nothing came
The box was empty
My neighbour didn't get it either, where did you leave it?
The delivery is incomplete
The parcel was delivered to a wrong house`,
    zh: `显示已签收但我没收到
包裹丢了
少发了一件
快递说放门口了,根本没有
不是我签收的
三件只收到两件
一直没收到货,却显示派送成功
箱子是空的
驿站也没有我的包裹
漏发配件了
快递送错人家了
物流显示昨天签收,东西没看到`,
  },
};
