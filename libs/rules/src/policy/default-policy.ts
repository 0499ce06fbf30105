/** The policy that ships with the code: version 0, the figures of `domain.md` §1, §2 and §6. */
import type { Calendar, PolicyV1 } from '@trunkline/contracts';
import { procedures } from './procedures.ts';
import { taxonomy } from './taxonomy.ts';
import { texts } from './texts.ts';

type Queue = PolicyV1['queues'][number];

const minutes = (count: number) => count * 60;
const hours = (count: number) => count * 3600;
const days = (count: number) => count * 86_400;

type Span = [string, string];
const allDay: Span[] = [['00:00', '24:00']];
const officeDay: Span[] = [['09:00', '18:00']];
const noExceptions = { holidays: [], holidaysYearly: [], special: {}, breaks: {} };

const always: Calendar = {
  tz: 'UTC',
  hours: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  ...noExceptions,
};
const officeCn: Calendar = {
  tz: 'Asia/Shanghai',
  hours: { mon: officeDay, tue: officeDay, wed: officeDay, thu: officeDay, fri: officeDay },
  ...noExceptions,
};

const queue = (code: string, en: string, zh: string, rest: Partial<Queue> = {}): Queue => ({
  code,
  name: { en, zh },
  mode: 'least-loaded',
  requires: {},
  calendar: 'always',
  direct: ['mail', 'sms'],
  widensTo: null,
  archived: false,
  priority: {},
  ...rest,
});

export const defaultPolicy: PolicyV1 = {
  version: 0,
  desk: { name: { en: 'Trunkline Desk', zh: '干线客服台' }, defaultLanguage: 'en' },
  taxonomy: { topics: taxonomy, confidenceThreshold: 0.45, rules: [] },
  skills: [],
  signs: {
    words: {},
    costlyFrom: 10_000,
    mediaTags: ['journalist', 'media'],
    unsatisfiedContacts: 3,
    sameMatterDays: 30,
    spike: { windowMinutes: 10, atLeast: 8, timesUsual: 3, risingWindows: 3 },
  },
  urgentWords: {
    high: ['urgent', 'asap', 'as soon as possible', 'immediately', 'right now', '尽快', '紧急', '马上', '加急', '急用'],
    critical: ['emergency', 'fraud', 'stolen', 'lawsuit', 'lawyer', '十万火急', '诈骗', '被盗', '律师', '起诉', '报警'],
  },
  routing: {
    rules: [
      { kind: 'complaint-employee', queue: 'complaints' },
      { kind: 'complaint-event', queue: 'complaints' },
      { topic: 'payment-and-settlement', queue: 'payments' },
      { label: 'refund-status', queue: 'payments' },
      { standard: 'mail', queue: 'mail' },
    ],
    otherwise: 'service',
  },
  queues: [
    queue('service', 'Customer service', '在线客服'),
    queue('payments', 'Payments', '支付结算', { mode: 'by-ability', widensTo: 'service' }),
    queue('mail', 'Mail', '邮件'),
    queue('complaints', 'Complaints', '投诉处理', { mode: 'by-ability', widensTo: 'service' }),
  ],
  standards: {
    chat: {
      firstResponseSeconds: 60,
      nextResponseSeconds: minutes(2),
      resolutionSeconds: hours(24),
      ringSeconds: 20,
      weight: 2,
      holdsRoom: true,
    },
    call: {
      firstResponseSeconds: 20,
      nextResponseSeconds: minutes(2),
      resolutionSeconds: hours(24),
      ringSeconds: 15,
      weight: 6,
      holdsRoom: true,
    },
    social: {
      firstResponseSeconds: minutes(5),
      nextResponseSeconds: minutes(10),
      resolutionSeconds: hours(24),
      ringSeconds: 20,
      weight: 2,
      holdsRoom: true,
    },
    sms: {
      firstResponseSeconds: minutes(15),
      nextResponseSeconds: minutes(30),
      resolutionSeconds: hours(24),
      ringSeconds: 20,
      weight: 1,
      holdsRoom: false,
    },
    mail: {
      firstResponseSeconds: hours(4),
      nextResponseSeconds: hours(8),
      resolutionSeconds: days(3),
      ringSeconds: 20,
      weight: 1,
      holdsRoom: false,
    },
  },
  priority: {
    urgency: { low: 0, normal: 5, high: 20, critical: 60 },
    vip: 15,
    complaint: 30,
    sensitive: 60,
    callBackAfterDrop: 60,
    nearLimit: 15,
    cap: 120,
  },
  assignment: {
    defaultCapacity: 6,
    missedOffersUntilAway: 3,
    widenAfterShare: 0.5,
    preferredAgentSeconds: 60,
    goneAfterSeconds: 60,
    leavesAfterHours: null,
    fairLimit: null,
    interrupts: {},
    whenGone: 'keep-until-warned',
  },
  calendars: { always, 'office-cn': officeCn },
  time: {
    warnAtPercent: 80,
    limits: [
      {
        code: 'complaint-employee-first',
        clock: 'first-response',
        when: { kind: 'complaint-employee' },
        seconds: minutes(15),
      },
      {
        code: 'complaint-event-first',
        clock: 'first-response',
        when: { kind: 'complaint-event' },
        seconds: minutes(15),
      },
      { code: 'promise-to-complainant', clock: 'promise', when: { kind: 'complaint-employee' }, workingDays: 2 },
      { code: 'silent-chat', clock: 'agent-silence', when: { standard: 'chat' }, seconds: minutes(5) },
      { code: 'nobody-takes-chat', clock: 'accept', when: { standard: 'chat' }, seconds: minutes(3) },
      { code: 'visit-after-complaint', clock: 'follow-up', when: { kind: 'complaint-employee' }, workingDays: 3 },
      { code: 'visit-after-event', clock: 'follow-up', when: { kind: 'complaint-event' }, workingDays: 3 },
    ],
    channelCalendars: {},
    restWithCustomer: ['resolution'],
    onReopening: 'goes-on',
    delays: {
      fromSeconds: minutes(15),
      foreseenFromPercent: 80,
      surelyFromPercent: 95,
      mostInConversation: 2,
      roundToMinutes: 15,
    },
    ladder: [
      { level: 1, role: 'supervisor', acknowledgeMinutes: 15, pagedWhile: null, notify: [] },
      { level: 2, role: 'administrator', acknowledgeMinutes: 15, pagedWhile: null, notify: [] },
    ],
    triggers: {
      'limit-missed': { level: 1, wakes: false },
      'limit-near': { level: null, wakes: false },
      complaint: { level: 1, wakes: false },
      repeated: { level: 1, wakes: false },
      'beyond-ability': { level: 1, wakes: false },
      publicity: { level: 1, wakes: true },
      sensitive: { level: 1, wakes: false },
      'delay-told-enough': { level: 1, wakes: false },
    },
    closeAfterSilenceHours: { chat: 24, call: 24, social: 24, sms: 24, mail: 168 },
  },
  customers: {
    fields: [],
    protects: ['history', 'forms', 'macros', 'change-address', 'ticket-attachments'],
    code: { minutes: 10, tries: 3, verifiedHours: 24 },
    joinsFrom: 90,
    proposedFrom: 50,
  },
  chat: { form: [], showsPlace: true, offline: 'form', transcript: true, firstReplies: [] },
  hotline: {
    languages: ['zh', 'en'],
    menu: [
      { key: '1', topic: 'orders-and-logistics', name: { en: 'Orders and delivery', zh: '订单与物流' } },
      { key: '2', topic: 'payment-and-settlement', name: { en: 'Payments and refunds', zh: '支付与退款' } },
      { key: '3', topic: 'technical-fault', name: { en: 'Technical faults', zh: '技术故障' } },
    ],
    instead: 'call-back',
  },
  mail: { acknowledges: false, failedDmarc: 'mark' },
  ...procedures,
  texts,
};
