/** The router's door for call-backs. */
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, UseGuards } from '@nestjs/common';
import {
  type CallBackId,
  CallBackMove,
  CallBackWithdrawal,
  type ConversationId,
  NewAttempt,
  NewCallBack,
} from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse, refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { GiveOrder } from '../desk/give-order.ts';
import { CallBackQuery, listCallBacks } from './list-call-backs.ts';
import { orderCallBack } from './order-call-back.ts';
import { planByHand } from './plan-by-hand.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal')
@UseGuards(KnowCaller)
export class CallBacksController {
  constructor(private readonly desk: GiveOrder) {}

  @Post('conversations/:id/call-backs')
  plan(
    @Caller() { sub: by }: InternalCaller,
    @id() conversationId: ConversationId,
    @Body(parse(NewCallBack)) plan: NewCallBack,
  ) {
    return planByHand(this.desk, { by, conversationId, does: 'plan-call-back', plan });
  }

  @Get('call-backs')
  list(@Caller() caller: InternalCaller, @Query(parse(CallBackQuery)) query: CallBackQuery) {
    const person = this.desk.person(caller.sub);
    const verdict = may({ person, does: 'list-call-backs' });
    return verdict.ok ? listCallBacks(this.desk.postgres, person, query) : refuse(verdict.because);
  }

  @Post('call-backs/:id/take')
  @HttpCode(200)
  take(@Caller() { sub: by }: InternalCaller, @id() callBackId: CallBackId) {
    return orderCallBack(this.desk, { by, id: callBackId, order: { kind: 'take' } });
  }

  @Post('call-backs/:id/give-back')
  @HttpCode(200)
  giveBack(@Caller() { sub: by }: InternalCaller, @id() callBackId: CallBackId) {
    return orderCallBack(this.desk, { by, id: callBackId, order: { kind: 'give-back' } });
  }

  @Post('call-backs/:id/move')
  @HttpCode(200)
  move(
    @Caller() { sub: by }: InternalCaller,
    @id() callBackId: CallBackId,
    @Body(parse(CallBackMove)) { dueAt, note }: CallBackMove,
  ) {
    return orderCallBack(this.desk, { by, id: callBackId, order: { kind: 'move', dueAt }, note });
  }

  @Post('call-backs/:id/withdraw')
  @HttpCode(200)
  withdraw(
    @Caller() { sub: by }: InternalCaller,
    @id() callBackId: CallBackId,
    @Body(parse(CallBackWithdrawal)) { note }: CallBackWithdrawal,
  ) {
    return orderCallBack(this.desk, { by, id: callBackId, order: { kind: 'withdraw' }, note });
  }

  @Post('call-backs/:id/attempts')
  @HttpCode(200)
  tried(
    @Caller() { sub: by }: InternalCaller,
    @id() callBackId: CallBackId,
    @Body(parse(NewAttempt)) { isReached, dueAt, note }: NewAttempt,
  ) {
    return orderCallBack(this.desk, { by, id: callBackId, order: { kind: 'attempt', isReached, dueAt }, note });
  }
}
