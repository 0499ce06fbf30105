/** The router's door for forms: ask the customer for what is missing, type in what they said. */
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put, UseGuards } from '@nestjs/common';
import { type ConversationId, FormValues } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse } from '@trunkline/platform';
import { GiveOrder } from '../desk/give-order.ts';
import { askForm } from './ask-form.ts';
import { fillForm } from './fill-form.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal/conversations')
@UseGuards(KnowCaller)
export class FormsController {
  constructor(private readonly desk: GiveOrder) {}

  @Post(':id/form/ask')
  @HttpCode(200)
  ask(@Caller() { sub: by }: InternalCaller, @id() conversationId: ConversationId) {
    return askForm(this.desk, { by, conversationId, does: 'fill-form' });
  }

  @Put(':id/form')
  fill(
    @Caller() { sub: by }: InternalCaller,
    @id() conversationId: ConversationId,
    @Body(parse(FormValues)) { values }: FormValues,
  ) {
    return fillForm(this.desk, { by, conversationId, does: 'fill-form', values });
  }
}
