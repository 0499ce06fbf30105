/** The desk's routes about call-backs: each asks the router, who decides again whether one may. */
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, UseGuards } from '@nestjs/common';
import {
  type CallBack,
  CallBackMove,
  type CallBacks,
  CallBackWithdrawal,
  NewAttempt,
  NewCallBack,
  type StaffV1,
} from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import type { Request } from 'express';
import { AskOwner } from '../desk/ask-owner.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('v1')
@UseGuards(SignedIn)
export class CallBacksController {
  constructor(private readonly owner: AskOwner) {}

  @Post('conversations/:id/call-backs')
  @Does('plan-call-back')
  plan(@Person() person: StaffV1, @Id() id: string, @Body(parse(NewCallBack)) body: NewCallBack): Promise<CallBack> {
    const path = `/internal/conversations/${id}/call-backs`;
    return this.owner.ask(person, 'router', { method: 'POST', path, body });
  }

  @Get('call-backs')
  @Does('list-call-backs')
  list(@Person() person: StaffV1, @Req() request: Request): Promise<CallBacks> {
    const { search } = new URL(request.originalUrl, 'http://desk');
    return this.owner.ask(person, 'router', { path: `/internal/call-backs${search}` });
  }

  @Post('call-backs/:id/take')
  @HttpCode(200)
  @Does('take-call-back')
  take(@Person() person: StaffV1, @Id() id: string): Promise<CallBack> {
    return this.order(person, `${id}/take`);
  }

  @Post('call-backs/:id/give-back')
  @HttpCode(200)
  @Does('record-call-back')
  giveBack(@Person() person: StaffV1, @Id() id: string): Promise<CallBack> {
    return this.order(person, `${id}/give-back`);
  }

  @Post('call-backs/:id/move')
  @HttpCode(200)
  @Does('record-call-back')
  move(@Person() person: StaffV1, @Id() id: string, @Body(parse(CallBackMove)) body: CallBackMove): Promise<CallBack> {
    return this.order(person, `${id}/move`, body);
  }

  @Post('call-backs/:id/withdraw')
  @HttpCode(200)
  @Does('record-call-back')
  withdraw(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(CallBackWithdrawal)) body: CallBackWithdrawal,
  ): Promise<CallBack> {
    return this.order(person, `${id}/withdraw`, body);
  }

  @Post('call-backs/:id/attempts')
  @HttpCode(200)
  @Does('record-call-back')
  tried(@Person() person: StaffV1, @Id() id: string, @Body(parse(NewAttempt)) body: NewAttempt): Promise<CallBack> {
    return this.order(person, `${id}/attempts`, body);
  }

  private order(person: StaffV1, rest: string, body?: object): Promise<CallBack> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/call-backs/${rest}`, body });
  }
}
