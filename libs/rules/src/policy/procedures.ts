/** How matters are worked on, as it ships: the figures of `domain.md` §3, §5 and §7. */
import type { PolicyV1 } from '@trunkline/contracts';
import { canned, macros, trees } from './guides.ts';

type Procedures = Pick<
  PolicyV1,
  | 'departments'
  | 'tickets'
  | 'complaints'
  | 'transfer'
  | 'brokenOff'
  | 'callBacks'
  | 'forms'
  | 'trees'
  | 'canned'
  | 'macros'
  | 'closing'
>;

export const procedures: Procedures = {
  departments: [],
  tickets: { tellsCustomer: ['opened', 'handed-over', 'answered', 'solved'] },
  complaints: {
    promises: {
      inquiry: 'limit',
      incident: 'limit',
      'complaint-employee': 'fixed',
      'complaint-event': 'none',
      suggestion: 'limit',
      praise: 'limit',
    },
    maxSubmissions: 2,
    onlySupervisorCloses: false,
  },
  transfer: { asksConsent: ['chat', 'call', 'social'], consentSeconds: 300, bouncesUntilSupervisor: 3, external: [] },
  brokenOff: { afterSeconds: 60, alertsTopics: ['orders-and-logistics'] },
  callBacks: { queue: null, attempts: 3, minutes: 30 },
  forms: [
    {
      code: 'payment',
      name: { en: 'Payment', zh: '支付信息' },
      when: { topic: 'payment-and-settlement' },
      isRequired: false,
      fields: [
        { code: 'order', name: { en: 'Order number', zh: '订单号' }, kind: 'text', isRequired: true, choices: [] },
        { code: 'amount', name: { en: 'Amount', zh: '金额' }, kind: 'number', isRequired: true, choices: [] },
        {
          code: 'method',
          name: { en: 'How it was paid', zh: '支付方式' },
          kind: 'choice',
          isRequired: true,
          choices: [
            { code: 'card', name: { en: 'Card', zh: '银行卡' } },
            { code: 'wechat', name: { en: 'WeChat Pay', zh: '微信支付' } },
            { code: 'alipay', name: { en: 'Alipay', zh: '支付宝' } },
            { code: 'transfer', name: { en: 'Bank transfer', zh: '银行转账' } },
          ],
        },
        {
          code: 'paid-on',
          name: { en: 'Day of the payment', zh: '支付日期' },
          kind: 'date',
          isRequired: false,
          choices: [],
        },
      ],
    },
  ],
  trees,
  canned,
  macros,
  closing: {
    confirmOn: [],
    surveyOn: ['chat', 'call', 'social', 'sms', 'mail'],
    endsLiveAfterSeconds: 120,
    unsatisfiedUpTo: 2,
    requires: [],
    wrapUp: { seconds: 60, requires: [] },
  },
};
