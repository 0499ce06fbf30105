/** How long a conversation's customer may still be answered; a reply that comes too late is refused before it is written. */
import { Injectable } from '@nestjs/common';
import type { Conversation, ConversationId, NewMessage, ReplyWindow, StaffV1 } from '@trunkline/contracts';
import { Log, refuse } from '@trunkline/platform';
import { AskOwner } from '../desk/ask-owner.ts';
import { KnowChannels } from './know-channels.ts';

type Said = Pick<NewMessage, 'text' | 'template'>;

@Injectable()
export class ReplyWindows {
  constructor(
    private readonly owner: AskOwner,
    private readonly channels: KnowChannels,
    private readonly log: Log,
  ) {}

  /** Null where the provider sets none. A conversation is shown also while channels cannot be asked. */
  async shown(person: StaffV1, conversation: Conversation): Promise<ReplyWindow | null> {
    try {
      return await this.of(person, conversation);
    } catch (error) {
      this.log.warn('a reply window could not be asked for', { error });
      return null;
    }
  }

  /** What goes out: the template's own text where one is named. */
  async guard(person: StaffV1, id: ConversationId, message: NewMessage): Promise<Said> {
    const { text, template } = message;
    if (message.kind !== 'reply') return { text };
    if (template === undefined && !(await this.channels.anyHasWindow(person).catch(() => false))) return { text };
    const path = `/internal/conversations/${id}`;
    const conversation = await this.owner.ask<Conversation>(person, 'router', { path });
    if (template !== undefined) {
      const row = await this.channels.of(person, conversation.channel);
      const known = row?.templates?.find(({ name }) => name === template);
      return { text: (known ?? refuse('bad-request', { detail: 'template' })).text, template };
    }
    const window = await this.shown(person, conversation);
    if (window?.until && !window.isOpen) refuse('reply-window-closed');
    return { text };
  }

  private async of(person: StaffV1, { channel, account, customer }: Conversation): Promise<ReplyWindow | null> {
    const row = await this.channels.of(person, channel);
    if (!row || row.replyWindowHours === null) return null;
    const query = new URLSearchParams({ account, address: customer.address });
    const path = `/internal/channels/${channel}/reply-window?${query}`;
    return (await this.owner.ask<{ window: ReplyWindow | null }>(person, 'channels', { path })).window;
  }
}
