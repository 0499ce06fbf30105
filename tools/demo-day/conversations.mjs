/** What customers of the demo day write, and what they are answered. `ends`: solved, kept by the agent, or waiting. */

export const conversations = [
  {
    via: 'chat',
    name: '李雷',
    lines: ['你好，我昨天下的订单还没有发货，能帮我看看吗？', '订单号是 20261120-8841'],
    answers: [
      '您好，这里是客服王芳，工号1001，很高兴为您服务！我马上帮您查一下订单。',
      '您的包裹今天上午已经出库，预计明天送达。',
    ],
    ends: 'solved',
  },
  {
    via: 'chat',
    name: 'Hannah Cole',
    lines: ['Hi, I was charged twice for order 55-1093. Can you check please?'],
    answers: [
      'Hello Hannah, I can see both charges. The second one is only reserved and will be released within two days.',
    ],
    ends: 'solved',
  },
  {
    via: 'mail',
    from: ['赵敏', 'c1@customer.test'],
    subject: '退款一直没有到账',
    lines: ['您好：\n\n我十天前申请的退款（订单 20261109-2210）到现在还没有到账，麻烦帮忙查一下原因。\n\n谢谢\n赵敏'],
    answers: ['赵敏您好，退款已于今天重新发起，预计一到三个工作日到账。给您添麻烦了，非常抱歉。'],
    ends: 'kept',
  },
  {
    via: 'mail',
    from: ['Daniel Ortiz', 'c2@customer.test'],
    subject: 'Invoice for October',
    lines: [
      'Hello,\n\nour accounting needs the invoice for order 55-0871 from October.\nCould you send it to this address?\n\nBest regards\nDaniel Ortiz',
    ],
    answers: [
      'Hello Daniel,\n\nthe invoice is on its way to you. Please tell us if anything on it needs to be changed.',
    ],
    ends: 'kept',
  },
  {
    via: 'chat',
    name: '小林',
    lines: ['APP 一打开就闪退，怎么回事？', '手机是安卓 15'],
    answers: ['您好，这个问题在 5.2.1 版本已经修复，请您先更新应用再试一次。'],
    ends: 'solved',
  },
  {
    via: 'mail',
    from: ['Grace Lin', 'c3@customer.test'],
    subject: 'Suggestion: dark mode',
    lines: ['Hi team,\n\nI love the app, but please give us a dark mode for the evening.\n\nGrace'],
    answers: [],
    ends: 'kept',
  },
  {
    via: 'chat',
    name: 'Tom Fielding',
    lines: ['My password reset link does not work, I cannot sign in any more.'],
    answers: ['Hello Tom, I have sent you a fresh link. It is valid for thirty minutes.'],
    ends: 'solved',
  },
  {
    via: 'mail',
    from: ['孙浩', 'c4@customer.test'],
    subject: '想换个颜色',
    lines: ['你好，我买的背包想从黑色换成灰色，还没有拆封，请问怎么办理换货？'],
    answers: [],
    ends: 'kept',
  },
  {
    via: 'chat',
    name: '陈晨',
    lines: ['请问你们周末发货吗？'],
    answers: [],
    ends: 'waiting',
  },
];
