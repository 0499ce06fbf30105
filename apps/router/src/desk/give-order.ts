/** The frame of every desk order: hold the conversation, ask whether this person may, do it, show the result. */

import { Injectable } from '@nestjs/common';
import type { AgentId, Conversation, ConversationId, StaffV1 } from '@trunkline/contracts';
import { LiveSettings, Postgres, refuse, type Tx } from '@trunkline/platform';
import { type Act, may } from '@trunkline/rules';
import { type HeldConversation, holdConversations } from '../intake/conversations.store.ts';
import { showConversation } from './show-conversation.ts';

/** Who gives the order, about which conversation, and what it is in the words of `rules/may`. */
export type GivenOrder = { by: string; conversationId: ConversationId; does: Act };
export type Held = { conversation: HeldConversation; person: StaffV1 };

@Injectable()
export class GiveOrder {
  constructor(
    readonly postgres: Postgres,
    readonly settings: LiveSettings,
  ) {}

  /** Nothing changes unless all of it does; a refusal carries its reason. */
  async order(given: GivenOrder, act: (tx: Tx, held: Held) => Promise<unknown>): Promise<Conversation> {
    await this.held(given, act);
    return showConversation(this.postgres, given.conversationId);
  }

  async held<T>(given: GivenOrder, act: (tx: Tx, held: Held) => Promise<T>): Promise<T> {
    const person = this.person(given.by);
    return this.postgres.transaction(async (tx) => {
      const conversation = (await holdConversations(tx, [given.conversationId])).get(given.conversationId);
      if (!conversation) refuse('not-found');
      const verdict = may({ person, does: given.does, thing: conversation });
      if (!verdict.ok) refuse(verdict.because);
      return act(tx, { conversation, person });
    });
  }

  /** Somebody whose record has not reached this service yet is told to try again, and the gateway does. */
  person(id: string): StaffV1 {
    return this.settings.person(id as AgentId) ?? refuse('try-again');
  }
}
