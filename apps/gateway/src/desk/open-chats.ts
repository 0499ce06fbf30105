/** Which customer's address belongs to which conversation, for typing marks: only of what this replica's people opened. */

import { Injectable } from '@nestjs/common';
import type { AgentId, Conversation, ConversationId } from '@trunkline/contracts';

export type OpenChat = {
  conversationId: ConversationId;
  channel: string;
  account: string;
  address: string;
  queue: string;
  agentId: AgentId | null;
};
const most = 5_000;

@Injectable()
export class OpenChats {
  private readonly byId = new Map<ConversationId, OpenChat>();
  private readonly byAddress = new Map<string, ConversationId>();

  opened(shown: Conversation): OpenChat {
    const chat: OpenChat = {
      conversationId: shown.id,
      channel: shown.channel,
      account: shown.account,
      address: shown.customer.address,
      queue: shown.queue,
      agentId: shown.agentId,
    };
    this.byId.set(shown.id, chat);
    if (shown.state !== 'closed') this.byAddress.set(`${shown.channel}:${shown.customer.address}`, shown.id);
    if (this.byId.size > most) this.byId.delete(this.byId.keys().next().value as ConversationId);
    if (this.byAddress.size > most) this.byAddress.delete(this.byAddress.keys().next().value as string);
    return chat;
  }

  of(id: ConversationId): OpenChat | undefined {
    return this.byId.get(id);
  }

  at(channel: string, address: string): OpenChat | undefined {
    const id = this.byAddress.get(`${channel}:${address}`);
    return id === undefined ? undefined : this.byId.get(id);
  }

  /** Who holds it changed: the next who types is looked up anew. */
  moved(id: ConversationId, queue: string, agentId: AgentId | null): void {
    const chat = this.byId.get(id);
    if (chat) Object.assign(chat, { queue, agentId });
  }
}
