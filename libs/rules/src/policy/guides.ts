/** The canned answers, question trees and macros that the desk ships with: examples to change. */
import type { PolicyV1 } from '@trunkline/contracts';

export const canned: PolicyV1['canned'] = [
  {
    code: 'patience',
    name: { en: 'Please bear with us', zh: '请稍候' },
    text: {
      en: 'Thank you for your patience. I am looking into it and will write to you here as soon as I know more.',
      zh: '感谢您的耐心等待，我正在为您核实，有结果会第一时间在这里告知您。',
    },
    shortcut: 'patience',
    queues: [],
    standards: [],
  },
  {
    code: 'apology',
    name: { en: 'Apology', zh: '致歉' },
    text: {
      en: 'I am sorry for the trouble this has caused you. My name is {agent}, and I will see to it that it is looked into.',
      zh: '非常抱歉给您带来不便。我是{agent}，工号{number}，我会跟进核实此事。',
    },
    shortcut: 'sorry',
    queues: [],
    standards: [],
  },
  {
    code: 'ticket-number',
    name: { en: 'Number of the ticket', zh: '工单编号' },
    text: {
      en: 'Your matter has the number {ticket}. Please name it if you write or call again.',
      zh: '您的事项编号为 {ticket}，后续联系时请提供此编号。',
    },
    shortcut: 'ticket',
    queues: [],
    standards: [],
  },
];

export const trees: PolicyV1['trees'] = [
  {
    code: 'charged-twice',
    name: { en: 'A payment that is not right', zh: '支付异常' },
    when: { topic: 'payment-and-settlement' },
    start: 'arrived',
    nodes: [
      {
        code: 'arrived',
        question: { en: 'Has the money left the customer’s account?', zh: '客户账户是否已扣款？' },
        answers: [
          { code: 'yes', name: { en: 'Yes', zh: '是' }, to: 'how-often', end: null },
          {
            code: 'no',
            name: { en: 'No', zh: '否' },
            to: null,
            end: {
              kind: 'text',
              text: {
                en: 'Nothing was taken from your account, so nothing is lost. Please try the payment once more, or choose another way to pay.',
                zh: '您的账户没有扣款，资金是安全的。请重新尝试支付，或更换其他支付方式。',
              },
            },
          },
        ],
      },
      {
        code: 'how-often',
        question: { en: 'Was it taken more than once?', zh: '是否重复扣款？' },
        answers: [
          {
            code: 'twice',
            name: { en: 'More than once', zh: '重复扣款' },
            to: null,
            end: { kind: 'ticket', ticket: { kind: 'incident', severity: 'high', department: null } },
          },
          {
            code: 'once',
            name: { en: 'Once, but the order shows unpaid', zh: '扣款一次，但订单显示未支付' },
            to: null,
            end: { kind: 'transfer', queue: 'payments' },
          },
        ],
      },
    ],
  },
  {
    code: 'parcel',
    name: { en: 'Where is the parcel?', zh: '包裹查询' },
    when: { topic: 'orders-and-logistics' },
    start: 'tracking',
    nodes: [
      {
        code: 'tracking',
        question: { en: 'What does the tracking say?', zh: '物流信息显示什么？' },
        answers: [
          {
            code: 'moving',
            name: { en: 'It is on its way', zh: '运输中' },
            to: null,
            end: {
              kind: 'text',
              text: {
                en: 'Your parcel is on its way. The tracking is updated at each stop; if nothing moves for three days, write to us here and we look into it.',
                zh: '您的包裹正在运输途中，物流信息会在每个站点更新。如果连续三天没有更新，请在这里联系我们，我们会为您核查。',
              },
            },
          },
          {
            code: 'delivered',
            name: { en: 'Delivered, but not there', zh: '显示签收但未收到' },
            to: null,
            end: { kind: 'ticket', ticket: { kind: 'incident', severity: 'normal', department: null } },
          },
        ],
      },
    ],
  },
];

export const macros: PolicyV1['macros'] = [
  {
    code: 'hand-to-payments',
    name: { en: 'Explain and hand to payments', zh: '说明并转支付组' },
    queues: ['service'],
    changesAccount: false,
    steps: [
      {
        act: 'reply',
        text: {
          en: 'My colleagues in payments know this best. They have everything you wrote, and answer you here.',
          zh: '这个问题由支付组的同事处理最合适，您提供的信息他们都能看到，会在这里回复您。',
        },
      },
      { act: 'transfer', queue: 'payments' },
    ],
  },
];
