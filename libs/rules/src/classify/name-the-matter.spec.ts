/** The matter is named right, or left unnamed. These texts are none of the examples. */
import { defaultPolicy } from '../policy/default-policy.ts';
import { everyExample } from '../policy/examples/every-example.ts';
import { nameTheMatter } from './name-the-matter.ts';

const labelled: Record<string, string[]> = {
  'how-to-use': [
    'How do I use the steam function?',
    '请问滤镜怎么用',
    'Is there a guide that explains the buttons?',
    '定时关机如何使用',
  ],
  'does-it-support': [
    'Is it compatible with my MacBook?',
    '这款手表支持苹果手机吗',
    'Does it work with solar panels?',
    '能兼容以前的旧机型吗',
  ],
  'set-up': [
    'I need help to install the camera',
    '软件装好以后怎么激活',
    'Pairing my headphones does not work',
    '新电视怎么设置',
  ],
  'cannot-sign-in': [
    "I can't log in any longer",
    '登录的时候说密码不对',
    'Please help me reset my password',
    '一直没有收到验证码',
  ],
  'account-locked': [
    'Why is my account blocked? Please unblock it',
    '我的号被盗了,快帮我冻结',
    'I think my account was hacked last night',
    '账号突然被封是怎么回事',
  ],
  'change-account-details': [
    'I have a new email address, please update my account',
    '换了新手机号,怎么换绑',
    'Please delete my account',
    '想注销这个账号',
  ],
  'payment-failed': [
    'My credit card is declined every time',
    '付款的时候提示支付失败',
    "I can't pay, the checkout is stuck",
    '银行卡付不了款',
  ],
  'charged-twice': [
    'I have been charged twice this week',
    '一笔订单被扣了两次',
    'My bill shows a double charge',
    '系统多扣了我二十元',
  ],
  invoice: [
    'Could you send me an invoice with VAT?',
    '麻烦开一张发票',
    'I lost the receipt, can I get a copy?',
    '发票抬头要改成公司',
  ],
  'fees-and-prices': [
    'How much is the family plan?',
    '请问这个多少钱',
    'Is my discount code still valid?',
    '优惠券怎么没有抵扣',
  ],
  'improve-product': [
    'I suggest a bigger battery',
    '建议你们出一个绿色的',
    'It would be nice if it had a calendar view',
    '希望增加批量删除',
  ],
  'improve-service': [
    'You should have more agents on the phone',
    '建议客服早点上班',
    'Feedback about support: please answer in the evening too',
    '排队太久了,希望改善服务',
  ],
  praise: [
    'Excellent service, thank you so much',
    '客服很耐心,必须表扬',
    'Your team is wonderful',
    '非常感谢,问题解决了',
  ],
  'where-is-my-order': [
    'Where is the parcel I ordered on Monday?',
    '我买的东西到哪了',
    'Can you check the tracking of my package?',
    '三天了还没发货',
  ],
  'change-or-cancel-order': [
    'I would like to cancel my order from today',
    '订单地址填错了',
    'Please change the address of my order',
    '不想要了,帮我取消',
  ],
  'not-received': [
    'The tracking says delivered, but I never got it',
    '显示签收可是我没收到',
    'A part of my order is missing from the parcel',
    '包裹丢件了',
  ],
  'return-goods': [
    'I want to return this jacket',
    '裤子不合适要退货',
    'What is the address to send it back to?',
    '七天无理由怎么退',
  ],
  'refund-status': [
    'When do I get my refund?',
    '退款怎么还没到',
    'I am still waiting for my money back',
    '上周退的款什么时候到账',
  ],
  'damaged-or-wrong-item': [
    'The vase was damaged when it came',
    '收到的碗破损了',
    'I received the wrong item',
    '发错颜色了,要换货',
  ],
  'app-crashes': [
    'Your app crashes whenever I tap the map',
    '软件一点就闪退',
    'The tablet freezes after starting your program',
    '打开就黑屏',
  ],
  'slow-or-down': ['Is your website down?', '网页打不开', 'The site is very slow since noon', '服务器连不上了'],
  'error-message': [
    'It shows an error code when I save',
    '一保存就报错',
    'Something went wrong appears all the time',
    '弹出系统错误',
  ],
  'complaint-about-employee': [
    'Your employee was rude to my wife',
    '我要投诉那个客服,态度恶劣',
    'The agent hung up on me',
    '你们的员工骂人',
  ],
  'complaint-about-event': [
    'This is a formal complaint, I want compensation',
    '我要投诉,要求赔偿',
    'Your misleading offer is unacceptable',
    '虚假宣传,我去消协投诉',
  ],
  'about-the-desk': [
    'What are the opening hours on Saturday?',
    '请问营业时间是什么时候',
    'Is there a store near me?',
    '你们门店在哪',
  ],
  'work-with-us': [
    'I am interested in wholesale for my shop',
    '想谈商务合作',
    'How do we become a reseller of your brand?',
    '想加盟你们',
  ],
};
const rows = Object.entries(labelled).flatMap(([label, texts]) => texts.map((text) => ({ label, text })));
const languageOf = (text: string) => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
const name = (text: string) => nameTheMatter(text, languageOf(text), { policy: defaultPolicy });

test('A7 at least 85 of 100 unseen texts are named right, and at most 5 wrong', () => {
  const missed = rows.filter(({ label, text }) => name(text).label !== label);
  const wrong = missed.filter(({ text }) => name(text).label !== null);
  expect(missed.length / rows.length).toBeLessThanOrEqual(0.15);
  expect(wrong.length / rows.length).toBeLessThanOrEqual(0.05);
});

test.each([
  '讲个笑话',
  'Play some jazz music',
  'hello',
  '你好',
  '在吗',
  'ok',
  '123',
  '?',
  '',
  'Who won the football match?',
  'My dog is seven years old',
])('A7 what is none of our matters stays unclassified, never a guess: %j', (text) =>
  expect(name(text).label).toBeNull(),
);

test('A7 of texts that only look like ours most stay unclassified too', () => {
  const foreign = ['What is the capital of France?', 'Tell me a joke', '今天天气真好', '我家的猫很可爱'];
  const alike = ['My brother plays the violin', 'Mach mir einen Kaffee', '我想学弹钢琴', '他们昨天去爬山了'];
  const named = [...foreign, ...alike].filter((text) => name(text).label !== null);
  expect(named.length).toBeLessThanOrEqual(3);
});

test('A7 a name comes with its words as evidence and its sureness', () => {
  const named = name('Hello, where is my parcel? Order 88123');
  expect(named).toMatchObject({ label: 'where-is-my-order', topic: 'orders-and-logistics' });
  expect(named.evidence).toContain('where is my parcel');
  expect(named.confidence).toBeGreaterThan(defaultPolicy.taxonomy.confidenceThreshold);
});

test('A7 traditional characters and full width are read like simplified and half width', () => {
  expect(name('為什麼還沒有退款').label).toBe('refund-status');
  expect(name('APP一打開就閃退').label).toBe('app-crashes');
});

test('A7 a label that an administrator adds is learnt from its words', () => {
  const [first, ...rest] = defaultPolicy.taxonomy.topics;
  const words = { en: ['warranty', 'guarantee'], zh: ['保修', '质保'] };
  const warranty = { ...first!.labels[0]!, code: 'warranty', name: { en: 'Warranty', zh: '保修' }, words };
  const topics = [{ ...first!, labels: [...first!.labels, warranty] }, ...rest];
  const policy = { ...defaultPolicy, taxonomy: { ...defaultPolicy.taxonomy, topics } };
  expect(nameTheMatter('还在保修期吗', 'zh', { policy }).label).toBe('warranty');
});

test('every label of the default policy has at least 12 example texts in each language', () => {
  const labels = defaultPolicy.taxonomy.topics.flatMap((topic) => topic.labels);
  for (const { code } of labels) {
    const texts = everyExample[code]!;
    for (const language of ['en', 'zh'] as const) expect(texts[language].split('\n').length).toBeGreaterThanOrEqual(12);
  }
  expect(Object.keys(everyExample).sort()).toEqual(labels.map(({ code }) => code).sort());
});
