/** A13, A14, A15: what is asked before a conversation is handed on, in its order. */
import type { Directive, Standard } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { directiveOn, judgeTransfer, type TransferAsked } from './judge-transfer.ts';
import { wordTransfer } from './word-transfer.ts';

const now = '2026-11-23T10:00:00.000Z';
const place = (code: string, when: object = {}) => ({
  code,
  name: { en: 'The carrier', zh: '承运商' },
  text: { en: 'Please turn to the carrier.', zh: '请联系承运商。' },
  when,
});
const policy = {
  ...defaultPolicy,
  transfer: { ...defaultPolicy.transfer, external: [place('carrier'), place('bank', { label: 'card-blocked' })] },
};
const directive = (more: Partial<Directive> = {}): Directive => ({
  id: 'd1' as never,
  queue: 'service',
  topic: null,
  label: 'refund',
  text: { en: 'We are on it.', zh: '正在处理。' },
  by: 'lead' as never,
  fromAt: '2026-11-23T09:00:00.000Z',
  untilAt: '2026-11-23T11:00:00.000Z',
  ...more,
});
const chat: TransferAsked = {
  to: { queue: 'payments' },
  standard: 'chat',
  queue: 'service',
  topic: 'returns-and-refunds',
  label: 'refund',
  kind: 'inquiry',
  isHolder: true,
  isLead: false,
  groups: null,
  bounces: 0,
  directives: [],
  now,
};
const colleague = { to: { agent: 'bob' as never } };
const active = { directives: [directive()] };

test.each<[string, Partial<TransferAsked>, string, string]>([
  ['A13 a place outside gets its text', { to: { external: 'carrier' } }, 'external', 'sent-outside'],
  ['A13 an unknown place is refused', { to: { external: 'moon' } }, 'refused', 'no-such-place'],
  ['A13 what is not ours goes nowhere inside', { label: 'card-blocked' }, 'refused', 'outside-our-products'],
  ['A13 not even by a supervisor', { label: 'card-blocked', isLead: true }, 'refused', 'outside-our-products'],
  ['A13 the same group goes at once', { to: { queue: 'service' }, ...active }, 'goes', 'stays-in-group'],
  ['A13 a colleague of the group too', { ...colleague, groups: ['service'], ...active }, 'goes', 'stays-in-group'],
  ['A14 a directive refuses another group', active, 'refused', 'no-transfer'],
  ['A14 and its people', { ...colleague, groups: ['payments'], ...active }, 'refused', 'no-transfer'],
  ['A14 consent does not lift it', { ...active, consent: 'given', how: 'said yes' }, 'refused', 'no-transfer'],
  ['A14 it is asked for before the bounce', { ...active, bounces: 5 }, 'refused', 'no-transfer'],
  ['A14 over, it binds nobody', { directives: [directive({ untilAt: now })] }, 'asks', 'consent-asked'],
  ['A14 not begun, neither', { directives: [directive({ fromAt: '2026-11-23T10:30:00Z' })] }, 'asks', 'consent-asked'],
  ['A14 another topic is free', { directives: [directive({ label: 'other' })] }, 'asks', 'consent-asked'],
  ['A14 another group’s is not this one’s', { directives: [directive({ queue: 'mail' })] }, 'asks', 'consent-asked'],
  ['A14 a supervisor is not bound', { ...active, isLead: true }, 'goes', 'supervisor-hands-over'],
  ['A15 on a live channel the customer is asked', {}, 'asks', 'consent-asked'],
  ['A15 also before a named colleague of another', { ...colleague, groups: ['payments'] }, 'asks', 'consent-asked'],
  ['A15 consent given in words is enough', { consent: 'given', how: 'on the phone' }, 'goes', 'consent-given'],
  ['A15 but it is said how', { consent: 'given', how: ' ' }, 'refused', 'consent-without-word'],
  ['A15 on the telephone the agent asks', { standard: 'call' }, 'asks', 'ask-in-words'],
  ['A15 what nobody has needs none', { isHolder: false }, 'goes', 'nobody-holds-it'],
  ['the second bounce is asked like the first', { bounces: 1 }, 'asks', 'consent-asked'],
  ['the third bounce goes to the supervisor', { bounces: 2 }, 'to-supervisor', 'third-bounce'],
  ['also on mail', { bounces: 2, standard: 'mail' }, 'to-supervisor', 'third-bounce'],
  ['not a supervisor’s own', { bounces: 2, isLead: true }, 'goes', 'supervisor-hands-over'],
])('%s', (_sentence, change, kind, code) =>
  expect(judgeTransfer({ ...chat, ...change }, policy)).toMatchObject({ kind, because: { code } }),
);

test.each<[Standard, string]>([
  ['chat', 'asks'],
  ['call', 'asks'],
  ['social', 'asks'],
  ['mail', 'tells'],
  ['sms', 'tells'],
])('A15 on %s one %s', (standard, kind) => expect(judgeTransfer({ ...chat, standard }, policy).kind).toBe(kind));

test('of several directives the closest counts', () => {
  const all = directive({ id: 'all' as never, label: null });
  const topic = directive({ id: 'topic' as never, label: null, topic: 'returns-and-refunds' });
  const pick = (...directives: Directive[]) => directiveOn({ ...chat, directives })?.id;
  expect([pick(all), pick(all, topic), pick(topic, directive(), all)]).toEqual(['all', 'topic', 'd1']);
});

test('the customer is asked in their language, by the names of the groups', () => {
  const told = { key: 'transfer', queue: 'service', target: { queue: 'payments' } } as const;
  const of = (code: string) => policy.queues.find((queue) => queue.code === code)!.name;
  expect(wordTransfer({ ...told, language: 'zh' }, policy)).toContain(`转接到${of('payments').zh}`);
  expect(wordTransfer({ ...told, target: { name: 'Mei' }, language: 'en' }, policy)).toContain(
    'transferring you to Mei',
  );
});
