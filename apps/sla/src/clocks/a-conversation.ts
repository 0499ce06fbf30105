/** For specs: a conversation's facts as the router writes them, and its state as the router tells it. */
import {
  type ConversationId,
  type ConversationStateNow,
  type FactId,
  type MessageId,
  newId,
  type Standard,
} from '@trunkline/contracts';
import type { FollowedFact } from '@trunkline/rules';

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
      agentId: null,
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
    solved: (when = Date.now()) => {
      state.solvedAt = iso(when);
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
