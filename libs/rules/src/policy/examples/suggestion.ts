/** What people suggest, and what they praise. */
import type { ExampleTexts } from './example-texts.ts';

export const suggestion: ExampleTexts = {
  'improve-product': {
    en: `I suggest you add a dark theme
It would be nice if I could sort the list
Please add a search to the history
A feature request: export to PDF
You should make the buttons bigger
I wish the app had a widget
Suggestion: allow more than ten folders
It would help if the bag had a second pocket
Could you think about a smaller size in the future?
An idea for your next version
Please consider adding Spanish
The lid would be better with a handle`,
    zh: `建议增加深色模式
希望列表可以排序
能不能加上搜索功能
提个建议,导出成PDF
按钮最好做大一点
希望以后出个小尺寸的
建议文件夹数量不要限制
包包要是多一个口袋就好了
给你们下个版本提个意见
希望可以增加西班牙语
盖子加个把手会更好
建议优化一下首页布局`,
  },
  'improve-service': {
    en: `Your support should be open on Sundays
I suggest more agents in the evening
Please improve your service, waiting takes long
It would be nice to get a call back instead of waiting
You could send a message when a ticket moves on
Feedback about support: answers should be shorter
The phone menu has too many steps, please shorten it
Suggestion for the customer service: offer chat in German
Delivery people should ring the bell, please tell them
Your reply mails would be better with a name in them
An idea for the help page: put the number on top
Please let customers book an appointment`,
    zh: `建议客服周末也上班
晚上多安排几个客服吧
希望改善服务,排队太久
要是能回电就不用一直等了
工单有进展最好发个短信
客服回复可以再简短一些
电话菜单太复杂了,建议简化
建议增加粤语客服
快递员应该提前打电话,请转告
帮助页面最好把电话放在前面
希望可以预约客服
服务流程建议优化一下`,
  },
  praise: {
    en: `Thank you so much, that was excellent
Great service, I am very happy
Your colleague Anna was really helpful
Just wanted to say well done
Best support I ever had
I want to compliment your agent
Fast and friendly, thanks a lot
Everything arrived perfectly, thank you
You solved it in a minute, wonderful
Very kind staff, please pass on my thanks
Five stars for your team
I love the product, keep it up`,
    zh: `非常感谢,服务很好
客服小姐姐很耐心,点赞
我要表扬一下工号1024
处理得又快又好
你们的服务太棒了
非常满意,给五星
谢谢你们帮我解决问题
东西收到了,很喜欢
态度特别好,请转达感谢
一分钟就搞定了,厉害
一直很信任你们
好评,继续加油`,
  },
};
