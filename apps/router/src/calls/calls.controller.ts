/** The router's door for calls. */
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import {
  CallAsked,
  type CallId,
  CallMoved,
  type CallNow,
  type Calls,
  type ConversationId,
  NewCall,
} from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse, refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { listCalls } from './calls.store.ts';
import { moveByHand } from './move-by-hand.ts';
import { openByHand } from './open-by-hand.ts';
import { tellPlace } from './tell-place.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal')
@UseGuards(KnowCaller)
export class CallsController {
  constructor(private readonly desk: GiveOrder) {}

  /** A caller waits on the line meanwhile. */
  @Post('calls/now')
  @HttpCode(200)
  now(@Caller() caller: InternalCaller, @Body(parse(CallAsked)) asked: CallAsked): Promise<CallNow> {
    if (caller.service !== 'channels') refuse('not-allowed');
    return tellPlace(this.desk, asked);
  }

  @Post('calls')
  open(
    @Caller() caller: InternalCaller,
    @Body(parse(NewCall)) call: NewCall,
    @Headers('idempotency-key') key?: string,
  ) {
    return openByHand(this.desk, { by: caller.sub, call, idempotencyKey: key ?? null });
  }

  @Get('conversations/:id/calls')
  async of(@Caller() caller: InternalCaller, @id() conversationId: ConversationId): Promise<Calls> {
    const shown = await showConversation(this.desk.postgres, conversationId);
    const person = this.desk.person(caller.sub);
    if (!may({ person, does: 'see-conversation', thing: shown }).ok) refuse('not-found');
    return { items: await listCalls(this.desk.postgres, conversationId) };
  }

  @Post('conversations/:id/calls/:callId/moved')
  @HttpCode(200)
  moved(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Param('callId', ParseUUIDPipe) callId: CallId,
    @Body(parse(CallMoved)) moved: CallMoved,
  ) {
    return moveByHand(this.desk, { by: caller.sub, conversationId, does: 'move-call', callId, moved });
  }
}
