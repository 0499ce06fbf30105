/** The router's door for the way to the end. */
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put, UseGuards } from '@nestjs/common';
import { type ConversationId, WrapUpDraft } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse } from '@trunkline/platform';
import { GiveOrder } from '../desk/give-order.ts';
import { askAnythingElse } from './ask-anything-else.ts';
import { finishWrapUp, keepWrapUp, openWrapUp } from './wrap-up.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal/conversations')
@UseGuards(KnowCaller)
export class ClosingController {
  constructor(private readonly desk: GiveOrder) {}

  @Post(':id/anything-else')
  @HttpCode(200)
  ask(@Caller() caller: InternalCaller, @Param('id', ParseUUIDPipe) conversationId: ConversationId) {
    return askAnythingElse(this.desk, { by: caller.sub, conversationId, does: 'resolve' });
  }

  @Post(':id/wrap-up')
  @HttpCode(200)
  open(@Caller() { sub: by }: InternalCaller, @id() conversationId: ConversationId) {
    return openWrapUp(this.desk, { by, conversationId, does: 'wrap-up' });
  }

  @Put(':id/wrap-up')
  keep(
    @Caller() { sub: by }: InternalCaller,
    @id() conversationId: ConversationId,
    @Body(parse(WrapUpDraft)) draft: WrapUpDraft,
  ) {
    return keepWrapUp(this.desk, { by, conversationId, does: 'wrap-up', draft });
  }

  @Post(':id/wrap-up/done')
  @HttpCode(200)
  finish(
    @Caller() { sub: by }: InternalCaller,
    @id() conversationId: ConversationId,
    @Body(parse(WrapUpDraft)) draft: WrapUpDraft,
  ) {
    return finishWrapUp(this.desk, { by, conversationId, does: 'wrap-up', draft });
  }
}
