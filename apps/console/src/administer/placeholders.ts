/** What is filled into a text: the names in it, and how it reads with samples in their place. */
import type { Language } from '../parts/say-time.ts';

const samples: Record<string, Record<Language, string>> = {
  customer: { en: 'Li Wei', zh: '李伟' },
  agent: { en: 'Emma', zh: '陈晨' },
  number: { en: '1024', zh: '1024' },
  subject: { en: 'Where is my parcel?', zh: '我的包裹到哪了？' },
  position: { en: '3', zh: '3' },
  newTime: { en: '15:15 today (UTC)', zh: '今天 15:15（UTC）' },
  ticket: { en: 'T-1042', zh: 'T-1042' },
  until: { en: '09:00 tomorrow', zh: '明天 9:00' },
  group: { en: 'Customer service', zh: '在线客服' },
  other: { en: 'T-1043', zh: 'T-1043' },
  department: { en: 'Billing', zh: '财务部' },
  note: { en: 'Please check both charges.', zh: '请核对两笔扣款。' },
  due: { en: 'Due: 17:00 tomorrow', zh: '答复期限：明天 17:00' },
  complaint: { en: 'The parcel came broken', zh: '包裹破损' },
  result: { en: 'Another one was sent.', zh: '已补发新件。' },
  target: { en: 'Payments', zh: '支付结算' },
};

export const namesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)),
];

export function fillPreview(text: string, language: Language, desk: string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name === 'desk' ? desk : (samples[name]?.[language] ?? whole),
  );
}
