/** The router's door for the way to the end. */
import { Controller, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import type { ConversationId } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller } from '@trunkline/platform';
import { GiveOrder } from '../desk/give-order.ts';
import { askAnythingElse } from './ask-anything-else.ts';

@Controller('internal/conversations')
@UseGuards(KnowCaller)
export class ClosingController {
  constructor(private readonly desk: GiveOrder) {}

  @Post(':id/anything-else')
  @HttpCode(200)
  ask(@Caller() caller: InternalCaller, @Param('id', ParseUUIDPipe) conversationId: ConversationId) {
    return askAnythingElse(this.desk, { by: caller.sub, conversationId, does: 'resolve' });
  }
}
