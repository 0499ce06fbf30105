/** Tells the customer's open pages that somebody is writing to them; lost without harm. */
import type { Fleeting } from '@trunkline/platform';
import type { OpenChat } from './open-chats.ts';

export function sayTyping(fleeting: Fleeting, chat: OpenChat): void {
  const { channel, account, address, conversationId } = chat;
  const data = { channel, account, address, who: 'agent', conversationId } as const;
  fleeting.send('typing.started', `${channel}:${address}`, data);
}
