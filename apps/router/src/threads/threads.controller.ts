/** The router's door for splitting and merging. */
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { type ConversationId, Merge, Split } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse } from '@trunkline/platform';
import { GiveOrder } from '../desk/give-order.ts';
import { mergeConversations } from './merge-conversations.ts';
import { splitConversation } from './split-conversation.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal/conversations')
@UseGuards(KnowCaller)
export class ThreadsController {
  constructor(private readonly desk: GiveOrder) {}

  @Post(':id/split')
  @HttpCode(200)
  split(@Caller() caller: InternalCaller, @id() conversationId: ConversationId, @Body(parse(Split)) body: Split) {
    return splitConversation(this.desk, { by: caller.sub, conversationId, ...body });
  }

  @Post(':id/merge')
  @HttpCode(200)
  merge(@Caller() caller: InternalCaller, @id() conversationId: ConversationId, @Body(parse(Merge)) body: Merge) {
    return mergeConversations(this.desk, { by: caller.sub, conversationId, ...body });
  }
}
