/** What people write to a desk about: two levels, each with its kind, stage and words (`domain.md` §2). */
import type { Label, PolicyV1 } from '@trunkline/contracts';

type Rest = Partial<Pick<Label, 'kind' | 'stage' | 'urgency' | 'complexity'>>;

const label = (code: string, en: string, zh: string, words: Label['words'], rest: Rest = {}): Label => ({
  code,
  name: { en, zh },
  kind: 'inquiry',
  stage: 'after-sale',
  urgency: 'normal',
  complexity: 3,
  words,
  ...rest,
});

export const taxonomy: PolicyV1['taxonomy']['topics'] = [
  {
    code: 'product-function',
    name: { en: 'Product function', zh: '产品功能' },
    labels: [
      label(
        'how-to-use',
        'How to use it',
        '使用方法',
        {
          en: ['how do i use', 'how to use', 'instructions', 'manual', 'tutorial', 'step by step'],
          zh: ['怎么用', '如何使用', '使用方法', '说明书', '教程', '怎么操作'],
        },
        { urgency: 'low', complexity: 2 },
      ),
      label(
        'does-it-support',
        'Does it support this',
        '是否支持',
        {
          en: ['does it support', 'compatible', 'does it work with', 'is it possible to', 'feature'],
          zh: ['支持吗', '是否支持', '兼容', '有没有这个功能', '能不能实现'],
        },
        { stage: 'before-sale', urgency: 'low', complexity: 2 },
      ),
      label(
        'set-up',
        'Setting it up',
        '安装设置',
        {
          en: ['install', 'set up', 'setup', 'configure', 'pair', 'activate'],
          zh: ['安装', '设置', '配置', '激活', '配对', '绑定设备'],
        },
        { complexity: 4 },
      ),
    ],
  },
  {
    code: 'account-anomaly',
    name: { en: 'Account anomaly', zh: '账号异常' },
    labels: [
      label(
        'cannot-sign-in',
        'Cannot sign in',
        '无法登录',
        {
          en: ['cannot log in', "can't log in", 'sign in', 'password', 'verification code', 'login'],
          zh: ['登录不了', '无法登录', '登不上', '密码', '验证码', '登陆'],
        },
        { kind: 'incident', urgency: 'high', complexity: 3 },
      ),
      label(
        'account-locked',
        'Account locked or stolen',
        '账号被封或被盗',
        {
          en: ['account locked', 'suspended', 'hacked', 'stolen account', 'blocked account', 'banned'],
          zh: ['账号被封', '冻结', '被盗', '盗号', '异地登录', '封号'],
        },
        { kind: 'incident', urgency: 'critical', complexity: 6 },
      ),
      label(
        'change-account-details',
        'Change phone or e-mail',
        '更换手机或邮箱',
        {
          en: [
            'change my email',
            'change my phone',
            'new phone number',
            'update my account',
            'rename',
            'delete my account',
          ],
          zh: ['换绑', '更换手机', '换手机号', '改邮箱', '修改资料', '注销账号'],
        },
        { complexity: 4 },
      ),
    ],
  },
  {
    code: 'payment-and-settlement',
    name: { en: 'Payment and settlement', zh: '支付与结算' },
    labels: [
      label(
        'payment-failed',
        'Payment failed',
        '支付失败',
        {
          en: ['payment failed', 'card declined', 'cannot pay', 'checkout', 'declined'],
          zh: ['支付失败', '付款失败', '付不了款', '无法付款', '支付不了'],
        },
        { kind: 'incident', stage: 'during-sale', urgency: 'high', complexity: 4 },
      ),
      label(
        'charged-twice',
        'Charged twice or wrongly',
        '重复扣款',
        {
          en: ['charged twice', 'double charge', 'charged the wrong amount', 'overcharged', 'unauthorized charge'],
          zh: ['重复扣款', '扣了两次', '多扣', '乱扣费', '扣错钱', '盗刷'],
        },
        { kind: 'incident', urgency: 'high', complexity: 6 },
      ),
      label(
        'invoice',
        'Invoice',
        '发票',
        {
          en: ['invoice', 'receipt', 'vat', 'tax number', 'billing address'],
          zh: ['发票', '开票', '税号', '抬头', '收据'],
        },
        { urgency: 'low', complexity: 2 },
      ),
      label(
        'fees-and-prices',
        'Fees, prices, coupons',
        '费用与优惠',
        {
          en: ['how much', 'price', 'fee', 'discount', 'coupon', 'settlement'],
          zh: ['多少钱', '价格', '手续费', '优惠券', '折扣', '结算'],
        },
        { stage: 'before-sale', urgency: 'low', complexity: 2 },
      ),
    ],
  },
  {
    code: 'suggestion',
    name: { en: 'Suggestion', zh: '意见建议' },
    labels: [
      label(
        'improve-product',
        'Improve the product',
        '产品建议',
        {
          en: ['i suggest', 'suggestion', 'would be nice if', 'please add', 'wish you had', 'feature request'],
          zh: ['建议', '希望增加', '能不能加上', '希望可以', '改进', '提个意见'],
        },
        { kind: 'suggestion', urgency: 'low', complexity: 2 },
      ),
      label(
        'improve-service',
        'Improve the service',
        '服务建议',
        {
          en: [
            'improve your service',
            'opening hours should',
            'more agents',
            'waiting music',
            'feedback about support',
          ],
          zh: ['服务建议', '客服时间', '多安排客服', '改善服务', '服务流程'],
        },
        { kind: 'suggestion', urgency: 'low', complexity: 2 },
      ),
      label(
        'praise',
        'Praise',
        '表扬',
        {
          en: ['thank you so much', 'great service', 'well done', 'excellent', 'compliment', 'very helpful'],
          zh: ['表扬', '点赞', '服务很好', '非常满意', '感谢', '很耐心'],
        },
        { kind: 'praise', urgency: 'low', complexity: 0 },
      ),
    ],
  },
  {
    code: 'orders-and-logistics',
    name: { en: 'Orders and logistics', zh: '订单与物流' },
    labels: [
      label(
        'where-is-my-order',
        'Where is my order',
        '物流查询',
        {
          en: [
            'where is my order',
            'where is my parcel',
            'tracking',
            'not shipped',
            'when will it arrive',
            'delivery date',
          ],
          zh: ['到哪了', '物流', '快递', '还没发货', '什么时候到', '单号'],
        },
        { stage: 'during-sale', complexity: 2 },
      ),
      label(
        'change-or-cancel-order',
        'Change or cancel an order',
        '修改或取消订单',
        {
          en: ['cancel my order', 'change my order', 'change the address', 'wrong address', 'add an item'],
          zh: ['取消订单', '修改订单', '改地址', '地址填错', '不想要了', '拍错'],
        },
        { stage: 'during-sale', urgency: 'high', complexity: 3 },
      ),
      label(
        'not-received',
        'Marked delivered, not received',
        '显示签收未收到',
        {
          en: ['not received', 'never arrived', 'marked as delivered', 'missing item', 'lost parcel'],
          zh: ['没收到', '显示签收', '丢件', '少发', '漏发', '包裹丢了'],
        },
        { kind: 'incident', urgency: 'high', complexity: 5 },
      ),
    ],
  },
  {
    code: 'returns-and-refunds',
    name: { en: 'Returns and refunds', zh: '退换货与退款' },
    labels: [
      label(
        'return-goods',
        'Return goods',
        '退货',
        {
          en: ['return', 'send it back', 'return label', 'return policy', 'days to return'],
          zh: ['退货', '寄回', '七天无理由', '退货地址', '退回去'],
        },
        { complexity: 3 },
      ),
      label(
        'refund-status',
        'Refund',
        '退款进度',
        {
          en: ['refund', 'money back', 'refund status', 'not refunded', 'reimburse'],
          zh: ['退款', '退钱', '没退款', '退款进度', '钱退到哪'],
        },
        { complexity: 4 },
      ),
      label(
        'damaged-or-wrong-item',
        'Damaged or wrong item',
        '破损或发错',
        {
          en: ['damaged', 'broken', 'wrong item', 'exchange', 'defective', 'wrong size'],
          zh: ['破损', '坏了', '发错', '换货', '质量问题', '尺码不对'],
        },
        { kind: 'incident', urgency: 'high', complexity: 4 },
      ),
    ],
  },
  {
    code: 'technical-fault',
    name: { en: 'Technical fault', zh: '技术故障' },
    labels: [
      label(
        'app-crashes',
        'It crashes or freezes',
        '闪退卡死',
        {
          en: ['crash', 'crashes', 'freezes', 'black screen', 'stops working', 'closes by itself'],
          zh: ['闪退', '卡死', '黑屏', '崩溃', '白屏', '死机'],
        },
        { kind: 'incident', urgency: 'high', complexity: 6 },
      ),
      label(
        'slow-or-down',
        'Slow or not reachable',
        '缓慢或无法访问',
        {
          en: ['slow', 'down', 'outage', 'not loading', 'offline', 'disconnects'],
          zh: ['打不开', '加载不出来', '很慢', '连不上', '断线', '服务器'],
        },
        { kind: 'incident', urgency: 'high', complexity: 6 },
      ),
      label(
        'error-message',
        'An error message',
        '报错',
        {
          en: ['error', 'error code', 'bug', 'something went wrong', 'invalid', 'exception'],
          zh: ['报错', '错误代码', '提示错误', '系统错误', '异常', '出错'],
        },
        { kind: 'incident', complexity: 5 },
      ),
    ],
  },
  {
    code: 'other',
    name: { en: 'Other', zh: '其他' },
    labels: [
      label(
        'complaint-about-employee',
        'Complaint about an employee',
        '投诉员工',
        {
          en: [
            'complain about your agent',
            'rude',
            'your employee',
            'hung up on me',
            'complaint against',
            'unprofessional',
          ],
          zh: ['投诉客服', '投诉员工', '态度恶劣', '态度差', '骂人', '挂我电话'],
        },
        { kind: 'complaint-employee', urgency: 'critical', complexity: 8 },
      ),
      label(
        'complaint-about-event',
        'Complaint about an event',
        '投诉事件',
        {
          en: ['complaint', 'complain', 'unacceptable', 'consumer protection', 'misleading', 'compensation'],
          zh: ['投诉', '消协', '欺骗消费者', '虚假宣传', '赔偿', '维权'],
        },
        { kind: 'complaint-event', urgency: 'high', complexity: 8 },
      ),
      label(
        'about-the-desk',
        'Hours, shops, contact',
        '营业时间与门店',
        {
          en: ['opening hours', 'are you open', 'store near', 'phone number', 'head office'],
          zh: ['营业时间', '几点上班', '门店', '电话号码', '联系方式'],
        },
        { stage: 'before-sale', urgency: 'low', complexity: 1 },
      ),
      label(
        'work-with-us',
        'Business and partnership',
        '商务合作',
        {
          en: ['partnership', 'wholesale', 'bulk order', 'reseller', 'cooperate', 'sponsor'],
          zh: ['合作', '批发', '代理', '加盟', '商务', '团购'],
        },
        { stage: 'before-sale', urgency: 'low', complexity: 4 },
      ),
    ],
  },
];
