/** Everything a person of the staff may ask for, and which roles may ask (`domain.md` §3, §8). */
import type { Role } from '@trunkline/contracts';

const all: Role[] = ['agent', 'call-back-agent', 'monitor', 'supervisor', 'administrator'];
const whoAnswer: Role[] = ['agent', 'call-back-agent', 'supervisor', 'administrator'];
const whoLead: Role[] = ['supervisor', 'administrator'];
const whoRun: Role[] = ['administrator'];

/** `thing` says what the act is about: nothing but the role, a conversation, a group, or a person. */
export const acts = {
  'see-conversation': { roles: all, thing: 'conversation' },
  'list-conversations': { roles: all, thing: 'none' },
  'read-messages': { roles: all, thing: 'conversation' },
  'read-attachment': { roles: all, thing: 'conversation' },
  explain: { roles: all, thing: 'conversation' },
  'see-deadlines': { roles: all, thing: 'conversation' },
  'write-note': { roles: all, thing: 'conversation' },
  reply: { roles: whoAnswer, thing: 'conversation' },
  accept: { roles: whoAnswer, thing: 'conversation' },
  decline: { roles: whoAnswer, thing: 'conversation' },
  transfer: { roles: whoAnswer, thing: 'conversation' },
  resolve: { roles: whoAnswer, thing: 'conversation' },
  close: { roles: whoAnswer, thing: 'conversation' },
  reopen: { roles: whoAnswer, thing: 'conversation' },
  'send-again': { roles: whoAnswer, thing: 'conversation' },
  type: { roles: whoAnswer, thing: 'conversation' },
  'mark-sensitive': { roles: all, thing: 'conversation' },
  'unmark-sensitive': { roles: whoLead, thing: 'conversation' },
  'say-outcome': { roles: whoAnswer, thing: 'conversation' },
  'tie-matter': { roles: whoAnswer, thing: 'conversation' },
  'list-signs': { roles: ['monitor', ...whoLead], thing: 'none' },
  'see-sign': { roles: ['monitor', ...whoLead], thing: 'conversation' },
  'list-incidents': { roles: ['monitor', ...whoLead], thing: 'none' },
  'see-incident': { roles: ['monitor', ...whoLead], thing: 'group' },
  'close-incident': { roles: whoLead, thing: 'group' },
  label: { roles: all, thing: 'conversation' },
  'try-text': { roles: all, thing: 'none' },
  'read-classifier': { roles: whoLead, thing: 'none' },
  'decide-correction': { roles: whoLead, thing: 'conversation' },
  'fit-classifier': { roles: whoLead, thing: 'none' },
  'take-over': { roles: whoLead, thing: 'conversation' },
  'set-own-presence': { roles: whoAnswer, thing: 'none' },
  'set-presence-of': { roles: whoLead, thing: 'person' },
  'list-queues': { roles: all, thing: 'none' },
  'list-agents': { roles: all, thing: 'none' },
  'see-queue': { roles: all, thing: 'group' },
  'see-agent': { roles: all, thing: 'person' },
  'list-escalations': { roles: ['monitor', ...whoLead], thing: 'none' },
  'see-escalation': { roles: ['monitor', ...whoLead], thing: 'conversation' },
  'acknowledge-escalation': { roles: whoLead, thing: 'conversation' },
  'list-parked': { roles: whoLead, thing: 'none' },
  'retry-parked': { roles: whoLead, thing: 'none' },
  'read-policies': { roles: all, thing: 'none' },
  'publish-policy': { roles: whoRun, thing: 'none' },
  'try-policy': { roles: whoLead, thing: 'none' },
  'read-routing-log': { roles: whoLead, thing: 'none' },
  'read-staff': { roles: whoLead, thing: 'none' },
  'change-staff': { roles: whoRun, thing: 'none' },
  'read-reports': { roles: ['monitor', ...whoLead], thing: 'none' },
} as const satisfies Record<string, { roles: readonly Role[]; thing: 'none' | 'conversation' | 'group' | 'person' }>;

export type Act = keyof typeof acts;
