/** What people also write and no desk has a label for: the classifier learns from it what none of ours looks like. */
const en = `good to hear from you again
thanks, bye for now
have a nice weekend
happy new year to all of you
who are you anyway
are you a robot or a human being
what did you have for breakfast
sing me a song
tell me something funny
how tall is mount everest
who is the president of brazil
how many people live in china
translate this sentence into german
what is nineteen times twelve
will it rain tomorrow in london
it is so hot outside today
recommend me a good film for tonight
which team won the league last year
my cat sleeps all day long
i had a fight with my sister
i feel lonely tonight
do you believe in ghosts
write a poem about the sea
give me a recipe for apple pie
set an alarm for six in the morning
remind me to call my mother
turn off the lights in the kitchen
what time is it in tokyo
book me a table for two on friday
how do i get to the central station
what is the meaning of life
i love you
lol that is great
just looking around
wrong number, sorry
never mind
let me think about it
test test one two three
asdfgh jkl
how old is the universe
what should i wear to a wedding
is there life on mars
my homework is about the french revolution
can you help me with algebra
which horoscope am i
the traffic this morning was terrible
my back hurts since yesterday
which stocks should i buy
it snowed all night and the roads are white
lovely sunshine over here this morning
what is the forecast for the weekend in spain
how cold does it get in january up north
what is the biggest lake in africa
who wrote hamlet
who invented the telephone
when did the second world war end
how far away is the moon
what is the square root of eighty one
add up seven and eighteen for me
convert ten miles into kilometres
how do you say goodbye in italian
spell the word necessary
which language do they speak in belgium
what should we cook for dinner
how long do potatoes need in the oven
i am hungry, any good pizza around here
do you prefer tea or coffee
my favourite colour is green
my son starts school next week
our baby said her first word
grandma is coming for a visit
the neighbours are having a party
our dog barks at the postman
cats are better than dogs
i cannot sleep at night
i have a headache and a sore throat
should i see a doctor about my knee
i am so bored right now
i am happy as can be
i got promoted today, yay
today is my birthday
merry christmas and all the best
good night, sleep well
see you later alligator
haha very funny
omg no way
sure, why not
hmm
what are you wearing
how old are you
where do you live
do you have feelings
will you marry me
tell me your secrets
make me laugh with a pun
play the new album by that singer
who is singing in this song
which movie won the oscar
what is on television tonight
the final was so exciting, what a goal
who is going to win the election
what do you think about politics
the train to the coast was packed
i am on holiday in greece next month
which countries border austria
plan me a trip around the lakes
take a left at the church and then go straight
call my wife please
wake me up in an hour
put milk on my shopping list
dim the bedroom lamp
start a timer for ten minutes
flip a coin for me
roll two dice
what day is it today
is it a leap year
write my essay about whales
solve this equation for x
help me learn french vocabulary
draw a unicorn
lorem ipsum dolor sit amet
nice weather for a walk in the park
the weather has been awful lately
what is the capital city of canada
which country has the most islands
my rabbit is so cute
we adopted a puppy from the shelter
what a beautiful sunset
how do you make scrambled eggs
how many minutes do pancakes take
what is seven times eight
do you like chocolate
do you enjoy music
i feel a bit sad today
where shall we go this weekend
it is pouring outside`;
const zh = `很高兴认识你
那先这样吧,再见
周末愉快
祝大家新年快乐
你到底是谁啊
你是机器人还是真人
早饭吃的什么
给我唱首歌
说点好玩的
世界上最高的山有多高
巴西的总统是谁
中国有多少人口
把这句话翻译成德语
十九乘十二等于多少
明天北京冷不冷
外面热死了
推荐一部好看的电影
昨晚的球赛谁赢了
我养的狗整天睡觉
我和姐姐吵架了
今晚有点孤单
你相信有鬼吗
写一首关于大海的诗
红烧肉怎么做好吃
明早六点叫我起床
提醒我给妈妈打电话
把厨房的灯关了
东京现在是什么时间
帮我订周五两个人的餐厅
去火车站怎么走
人生的意义是什么
我爱你
哈哈哈太逗了
随便看看
不好意思发错人了
算了没事
让我想想
测试测试
啦啦啦
宇宙有多大年纪
参加婚礼穿什么好
火星上有没有生命
我的作业是写历史论文
教我解方程
我是什么星座
今天早上堵车堵惨了
从昨天开始腰疼
买哪只股票会涨
昨晚下了一整夜的雪
今天太阳好大啊
周末上海会不会刮台风
北方一月份有多冷
非洲最大的湖叫什么
红楼梦是谁写的
电灯是谁发明的
二战是哪年结束的
月亮离地球有多远
八十一开根号是多少
七加十八是几
十英里等于多少公里
再见用日语怎么说
这个字怎么念
比利时说什么语言
晚饭做点什么菜
土豆要煮多长时间
肚子饿了,附近有好吃的吗
你喜欢喝茶还是咖啡
我最喜欢绿色
儿子下周开学
我家宝宝会叫妈妈了
奶奶要来看我们
邻居在开派对
小狗见到邮差就叫
猫比狗好养多了
晚上总是睡不着
头疼嗓子也疼
膝盖疼要不要看医生
好无聊啊
我今天开心死了
我升职啦
今天是我生日
圣诞快乐
晚安,做个好梦
回头见
笑死我了
天哪不会吧
行吧
哦
你几岁了
你住在哪儿呀
你有感情吗
嫁给我吧
给我讲个秘密
来个冷笑话
放一首周杰伦的歌
这首歌谁唱的
奥斯卡最佳影片是哪部
今晚电视播什么
决赛太精彩了,那个进球
你觉得谁会当选
高铁上人好多
下个月去希腊旅游
奥地利和哪些国家接壤
帮我规划一次自驾游
教堂那里左转然后直走
给我老婆打个电话
一小时后叫醒我
把牛奶加到购物清单里
把卧室的灯调暗
定个十分钟的闹钟
抛个硬币
掷骰子
今天星期几
今年是闰年吗
写一篇关于鲸鱼的作文
帮我解这个方程
教我背英语单词
画一只独角兽
吃了没
在干嘛呢
早上好呀
下雨天最适合睡觉
外面天气不错
最近天气变化好大
天气预报说要降温
意大利的首都是哪个城市
哪个国家岛最多
这只小兔子好可爱
刚领养了一只小猫
今天的晚霞真美
鸡蛋要煮几分钟
糖醋排骨怎么烧
三加五等于多少
你喜欢巧克力吗
今天有点难过
心情特别好
这个周末去爬山
嗯嗯
好哒好哒
外面下着大雨`;

export const smallTalk: readonly string[] = [...en.split('\n'), ...zh.split('\n')];
