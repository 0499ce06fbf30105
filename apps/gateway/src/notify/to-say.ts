/** What a notification is about: everything its text is made of, and nothing a customer wrote. */
import type { ConversationId, Trigger } from '@trunkline/contracts';

export type ToSay =
  | {
      kind: 'escalation';
      conversationId: ConversationId;
      level: number;
      trigger: Trigger | null;
      because: string;
      queue: string;
      raisedAt: string;
      acknowledgeBy: string;
    }
  | { kind: 'test' };
