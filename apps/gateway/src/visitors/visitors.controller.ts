/** Who sits on the page: the router says whether one may see the conversation, channels what it knows of its visitor. */
import { Controller, Get, Param, ParseUUIDPipe, UseGuards } from '@nestjs/common';
import type { Conversation, StaffV1, Visitor } from '@trunkline/contracts';
import { AskOwner } from '../desk/ask-owner.ts';
import { OpenChats } from '../desk/open-chats.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

@Controller('v1')
@UseGuards(SignedIn)
export class VisitorsController {
  constructor(
    private readonly owner: AskOwner,
    private readonly chats: OpenChats,
  ) {}

  @Get('conversations/:id/visitor')
  @Does('see-conversation')
  async show(@Person() person: StaffV1, @Param('id', ParseUUIDPipe) id: string): Promise<Visitor> {
    const shown = await this.owner.ask<Conversation>(person, 'router', { path: `/internal/conversations/${id}` });
    this.chats.opened(shown);
    const { channel, account, customer } = shown;
    const search = new URLSearchParams({ channel, account, address: customer.address });
    return this.owner.ask(person, 'channels', { path: `/internal/visitors?${search}` });
  }
}
