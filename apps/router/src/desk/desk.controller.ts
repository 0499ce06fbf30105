/** The router's door for desk orders and for what the desk reads; the gateway knocks here for a signed-in person. */

import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, UseGuards } from '@nestjs/common';
import {
  type ConversationId,
  Decline,
  type Message,
  type MessageId,
  NewMessage,
  StatesAsked,
  Transfer,
} from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse, refuse } from '@trunkline/platform';
import { type Act, may, nextSteps, showForms } from '@trunkline/rules';
import { withMissing } from '../closing/with-missing.ts';
import { withComplaints } from '../complaints/show-complaints.ts';
import { withSubmissions } from '../submissions/show-submissions.ts';
import { accept } from './accept.ts';
import { answerStates } from './answer-states.ts';
import { close } from './close.ts';
import { decline } from './decline.ts';
import { GiveOrder } from './give-order.ts';
import { hideOthers } from './hide-others.ts';
import { ListQuery, listConversations } from './list-conversations.ts';
import { listMessages } from './list-messages.ts';
import { markRead } from './mark-read.ts';
import { reopen } from './reopen.ts';
import { reply } from './reply.ts';
import { resolve } from './resolve.ts';
import { sayItArrived } from './say-it-arrived.ts';
import { sendAgain } from './send-again.ts';
import { showConversation } from './show-conversation.ts';
import { takeOver } from './take-over.ts';
import { transfer } from './transfer.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal/conversations')
@UseGuards(KnowCaller)
export class DeskController {
  constructor(private readonly desk: GiveOrder) {}

  @Get()
  list(@Caller() caller: InternalCaller, @Query(parse(ListQuery)) query: ListQuery) {
    return listConversations(this.desk.postgres, this.desk.person(caller.sub), query);
  }

  @Post('states')
  @HttpCode(200)
  async states(@Caller() caller: InternalCaller, @Body(parse(StatesAsked)) asked: StatesAsked) {
    if (caller.service !== 'sla') refuse('not-allowed');
    return answerStates(this.desk, asked.ids);
  }

  @Get(':id')
  async show(@Caller() caller: InternalCaller, @id() conversationId: ConversationId) {
    const shown = await this.seen(caller, conversationId, 'see-conversation');
    const person = this.desk.person(caller.sub);
    const { policy } = this.desk.settings;
    const others = await hideOthers(this.desk.postgres, person, shown);
    const complained = await withComplaints(this.desk.postgres, { person, policy }, others);
    const page = withMissing(await withSubmissions(this.desk.postgres, person, complained), policy);
    return { ...page, forms: showForms(page, policy), nextSteps: nextSteps(page, policy) };
  }

  @Get(':id/messages')
  async messages(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Query('cursor') cursor?: string,
  ) {
    await this.seen(caller, conversationId, 'read-messages');
    return listMessages(this.desk, conversationId, cursor);
  }

  @Post(':id/messages')
  write(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Body(parse(NewMessage)) message: NewMessage,
    @Headers('idempotency-key') key?: string,
  ): Promise<Message> {
    const does = message.kind === 'note' ? 'write-note' : 'reply';
    return reply(this.desk, { ...this.order(caller, conversationId, does), message, idempotencyKey: key ?? null });
  }

  @Post(':id/messages/:messageId/send-again')
  @HttpCode(200)
  again(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Param('messageId', ParseUUIDPipe) messageId: MessageId,
  ) {
    return sendAgain(this.desk, { ...this.order(caller, conversationId, 'send-again'), messageId });
  }

  @Post(':id/messages/:messageId/arrived')
  @HttpCode(200)
  arrived(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Param('messageId', ParseUUIDPipe) messageId: MessageId,
  ) {
    return sayItArrived(this.desk, { ...this.order(caller, conversationId, 'send-again'), messageId });
  }

  @Post(':id/accept')
  @HttpCode(200)
  accept(@Caller() caller: InternalCaller, @id() conversationId: ConversationId) {
    return accept(this.desk, this.order(caller, conversationId, 'accept'));
  }

  @Post(':id/decline')
  @HttpCode(200)
  decline(@Caller() caller: InternalCaller, @id() conversationId: ConversationId, @Body(parse(Decline)) body: Decline) {
    return decline(this.desk, { ...this.order(caller, conversationId, 'decline'), note: body.note ?? '' });
  }

  @Post(':id/transfer')
  @HttpCode(200)
  transfer(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Body(parse(Transfer)) body: Transfer,
  ) {
    return transfer(this.desk, { ...this.order(caller, conversationId, 'transfer'), transfer: body });
  }

  @Post(':id/take-over')
  @HttpCode(200)
  takeOver(@Caller() caller: InternalCaller, @id() conversationId: ConversationId) {
    return takeOver(this.desk, this.order(caller, conversationId, 'take-over'));
  }

  @Post(':id/resolve')
  @HttpCode(200)
  resolve(@Caller() caller: InternalCaller, @id() conversationId: ConversationId) {
    return resolve(this.desk, this.order(caller, conversationId, 'resolve'));
  }

  @Post(':id/close')
  @HttpCode(200)
  close(@Caller() caller: InternalCaller, @id() conversationId: ConversationId) {
    return close(this.desk, this.order(caller, conversationId, 'close'));
  }

  @Post(':id/reopen')
  @HttpCode(200)
  reopen(@Caller() caller: InternalCaller, @id() conversationId: ConversationId) {
    return reopen(this.desk, this.order(caller, conversationId, 'reopen'));
  }

  @Post(':id/read')
  @HttpCode(204)
  async read(@Caller() caller: InternalCaller, @id() conversationId: ConversationId) {
    await markRead(this.desk, this.order(caller, conversationId, 'read-messages'));
  }

  private order(caller: InternalCaller, conversationId: ConversationId, does: Act) {
    return { by: caller.sub, conversationId, does };
  }

  /** What one may not see is not there. */
  private async seen(caller: InternalCaller, conversationId: ConversationId, does: Act) {
    const shown = await showConversation(this.desk.postgres, conversationId);
    const verdict = may({ person: this.desk.person(caller.sub), does, thing: shown });
    return verdict.ok ? shown : refuse('not-found');
  }
}
