/** For specs: a conversation's facts as the router writes them, and its state as the router tells it. */
import {
  type AgentId,
  type ConversationId,
  type ConversationStateNow,
  type FactId,
  type Kind,
  type MessageId,
  newId,
  type Standard,
  type TicketId,
  type TicketState,
} from '@trunkline/contracts';
import type { FollowedFact } from '@trunkline/rules';

type TicketNow = {
  ticketId: TicketId;
  ticketVersion: number;
  kind: Kind;
  ticketState: TicketState;
  openedAt: number;
  answeredAt?: number | null;
  hiddenFrom?: AgentId[];
  /** ISO, as the router says it. */
  promised?: { at: string; until: string };
};
type Options = { at?: number; standard?: Standard; queue?: string; automatic?: 'bulk' | null };

/** Each step raises the version and keeps what the router would answer up to date. */
export function aConversation({
  at = Date.now(),
  standard = 'chat',
  queue = 'service',
  automatic = null,
}: Options = {}) {
  const id = newId<ConversationId>();
  const iso = (ms: number) => new Date(ms).toISOString();
  let version = 0;
  const state: ConversationStateNow = {
    id,
    version,
    state: 'waiting',
    queue,
    arrivedAt: iso(at),
    lastCustomerAt: iso(at),
    firstReplyAt: null,
    lastReplyAt: null,
    solvedAt: null,
    closedAt: null,
  };
  const whose = { customerId: newId(), addressId: newId(), language: 'en', label: null, urgency: 'normal' };
  const fact = (type: string, when: number, more: object): FollowedFact => {
    version += 1;
    state.version = version;
    const { queue: now, state: stands } = state;
    const head = {
      conversationId: id,
      version,
      state: stands,
      queue: now,
      agentId: state.agentId ?? null,
      channel: 'webchat',
      standard,
    };
    const whole = { id: newId<FactId>(), type, source: 'router', at: iso(when), key: id, data: { ...head, ...more } };
    return whole as unknown as FollowedFact;
  };
  const message = (from: string, kind: string, when: number) =>
    fact('message.stored', when, { messageId: newId<MessageId>(), from, kind, automatic });
  return {
    id,
    state,
    opened: () => fact('conversation.opened', at, { ...whose, arrivedAt: iso(at), automatic, continues: null }),
    writes: (when = Date.now()) => {
      state.lastCustomerAt = iso(when);
      return message('customer', 'message', when);
    },
    answered: (when = Date.now()) => {
      state.firstReplyAt ??= iso(when);
      state.lastReplyAt = iso(when);
      return message('agent', 'reply', when);
    },
    assignedTo: (agentId: AgentId, when = Date.now()) => {
      Object.assign(state, { state: 'assigned', agentId, assignedAt: iso(when) });
      return fact('conversation.assigned', when, { assignmentId: newId(), decisionId: null, how: 'accepted' });
    },
    givenBack: (when = Date.now()) => {
      Object.assign(state, { state: 'waiting', agentId: null, assignedAt: null });
      return fact('conversation.waiting', when, { because: 'is-offline', decisionId: null });
    },
    relabelled: (to: string, when = Date.now()) =>
      fact('conversation.relabelled', when, { from: null, to, by: newId<AgentId>() }),
    reopened: (when = Date.now()) => {
      Object.assign(state, { state: 'waiting', solvedAt: null, closedAt: null, reopenedAt: iso(when) });
      return fact('conversation.reopened', when, { because: 'customer-wrote' });
    },
    closed: (when = Date.now()) => {
      Object.assign(state, { state: 'closed', agentId: null, closedAt: iso(when) });
      return fact('conversation.closed', when, { because: 'closed-by-agent' });
    },
    ticket: (ticket: TicketNow, when = Date.now()) => {
      const { ticketVersion, ticketState, answeredAt = null } = ticket;
      const openedAt = iso(ticket.openedAt);
      const answered = answeredAt === null ? null : iso(answeredAt);
      const solved = ticketState === 'solved' ? iso(when) : null;
      const now = { id: ticket.ticketId, state: ticketState, answeredAt: answered, solvedAt: solved };
      state.tickets = [...(state.tickets ?? []).filter(({ id: other }) => other !== now.id), now];
      const type = ticketVersion === 1 ? 'ticket.opened' : 'ticket.changed';
      return fact(type, when, {
        severity: 'normal',
        ownerId: null,
        number: 'T-1',
        ...ticket,
        openedAt,
        answeredAt: answered,
      });
    },
    flagged: (kind: string, signId: string = newId(), when = Date.now()) =>
      fact('conversation.flagged', when, { signId, kind, by: 'detection', personId: null, incidentId: null }),
    unflagged: (kind: string, signId: string, when = Date.now()) =>
      fact('conversation.unflagged', when, { signId, kind, by: 'person', personId: newId<AgentId>() }),
    escalated: (because: string, when = Date.now()) =>
      fact('conversation.escalated', when, { by: newId<AgentId>(), because }),
    solved: (when = Date.now()) => {
      Object.assign(state, { state: 'solved', agentId: null, solvedAt: iso(when) });
      return fact('conversation.solved', when, { because: 'solved-by-agent' });
    },
    handedTo: (other: string) => {
      state.queue = other;
      return fact('conversation.waiting', Date.now(), { because: 'just-arrived', decisionId: null });
    },
    failed: (reply: FollowedFact, when = Date.now()) => {
      const { messageId } = reply.data as { messageId: MessageId };
      return { ...fact('delivery.failed', when, { messageId }), type: 'delivery.failed' } as FollowedFact;
    },
  };
}
