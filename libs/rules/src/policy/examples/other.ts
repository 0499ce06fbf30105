/** Complaints, the desk itself, and business. */
import type { ExampleTexts } from './example-texts.ts';

export const other: ExampleTexts = {
  'complaint-about-employee': {
    en: `Your agent was very rude to me
I want to complain about one of your employees
The man on the phone hung up on me
Your colleague insulted me
The courier shouted at my mother
I have a complaint against agent 1024
The salesperson lied to me
The technician was unprofessional and left a mess
The lady in chat made fun of me
Your staff ignored me for an hour and then laughed
The driver behaved badly, I want him reported
She refused to give me her name and was impolite`,
    zh: `我要投诉你们的客服
客服态度恶劣
接电话的人直接挂我电话
你们员工骂人
快递员对老人大吼
投诉工号1024
销售骗我
安装师傅很不专业,还乱扔垃圾
聊天的那个客服嘲讽我
店员不理人,态度差
司机服务态度很差,要求处理
她不肯说工号,还很不耐烦`,
  },
  'complaint-about-event': {
    en: `I want to make a complaint
This is unacceptable, I demand compensation
Your advertisement is misleading
I will go to the consumer protection office
This is the third time it goes wrong, I complain officially
You cheated your customers with this sale
I expect compensation for the lost day
The contract was changed without telling us, this is a complaint
I file a formal complaint about the cancelled event
You broke your promise and I want it put right
False advertising, I will report you
I am complaining about how this whole matter was dealt with`,
    zh: `我要投诉
太过分了,必须赔偿
你们虚假宣传
我要去消协投诉
已经第三次出问题了,正式投诉
你们这是欺骗消费者
耽误我一天,要求赔偿损失
活动说取消就取消,给个说法
承诺的没做到,我要维权
合同私自改了没通知,投诉
再不解决就打12315
对整件事的处理非常不满,要投诉`,
  },
  'about-the-desk': {
    en: `What are your opening hours?
Are you open on Sunday?
Is there a store near the station?
What is your phone number?
Where is your head office?
Until when can I call you?
Do you have a shop in Berlin?
How can I reach customer service by phone?
Are you closed on Christmas?
What is your postal address?
At what time do you start in the morning?
Is there parking at the shop?`,
    zh: `你们几点上班
周末营业吗
车站附近有门店吗
客服电话是多少
总部在哪里
营业时间到几点
上海有实体店吗
怎么打电话联系你们
春节放假吗
你们的地址是什么
早上几点开门
门店可以停车吗`,
  },
  'work-with-us': {
    en: `We would like to become a reseller
Do you offer wholesale prices?
I am interested in a partnership
We want to place a bulk order for our company
Who is responsible for business cooperation?
Would you sponsor our school event?
How can I open a franchise?
Our agency would like to work with you
We are a distributor and want to sell your brand
Please send your terms for dealers
An influencer asks about a collaboration
We need 500 pieces for a corporate gift, whom do I contact?`,
    zh: `想做你们的代理
有批发价吗
商务合作找谁
公司想团购
请问怎么加盟
可以赞助我们学校活动吗
我们是经销商,想卖你们的品牌
广告合作联系方式
达人带货合作
想采购五百份做员工福利
渠道合作怎么谈
经销商政策发一份`,
  },
};
