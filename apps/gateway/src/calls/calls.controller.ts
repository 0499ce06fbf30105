/** The desk's routes about calls and call-backs: each asks the router, who decides again whether one may. */
import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Req, UseGuards } from '@nestjs/common';
import {
  type CallBack,
  type CallBacks,
  CallMoved,
  type Calls,
  type Conversation,
  NewAttempt,
  NewCall,
  NewCallBack,
  type StaffV1,
} from '@trunkline/contracts';
import { parse, refuse } from '@trunkline/platform';
import type { Request } from 'express';
import { AskOwner } from '../desk/ask-owner.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('v1')
@UseGuards(SignedIn)
export class CallsController {
  constructor(private readonly owner: AskOwner) {}

  /** Asked again while the router has not heard of the person: the key keeps it one call. */
  @Post('calls')
  @Does('open-call')
  open(
    @Person() person: StaffV1,
    @Body(parse(NewCall)) body: NewCall,
    @Headers('idempotency-key') key?: string,
  ): Promise<Conversation> {
    if (key !== undefined && (key.length < 1 || key.length > 255)) refuse('bad-request', { detail: 'Idempotency-Key' });
    const idempotencyKey = key ?? randomUUID();
    return this.owner.ask(person, 'router', { method: 'POST', path: '/internal/calls', body, idempotencyKey });
  }

  @Get('conversations/:id/calls')
  @Does('see-conversation')
  of(@Person() person: StaffV1, @Id() id: string): Promise<Calls> {
    return this.owner.ask(person, 'router', { path: `/internal/conversations/${id}/calls` });
  }

  @Post('conversations/:id/calls/:callId/moved')
  @HttpCode(200)
  @Does('move-call')
  moved(
    @Person() person: StaffV1,
    @Id() id: string,
    @Param('callId', ParseUUIDPipe) callId: string,
    @Body(parse(CallMoved)) body: CallMoved,
  ): Promise<Conversation> {
    const path = `/internal/conversations/${id}/calls/${callId}/moved`;
    return this.owner.ask(person, 'router', { method: 'POST', path, body });
  }

  @Post('conversations/:id/call-backs')
  @Does('plan-call-back')
  plan(@Person() person: StaffV1, @Id() id: string, @Body(parse(NewCallBack)) body: NewCallBack): Promise<CallBack> {
    const path = `/internal/conversations/${id}/call-backs`;
    return this.owner.ask(person, 'router', { method: 'POST', path, body });
  }

  @Get('call-backs')
  @Does('list-call-backs')
  callBacks(@Person() person: StaffV1, @Req() request: Request): Promise<CallBacks> {
    const { search } = new URL(request.originalUrl, 'http://desk');
    return this.owner.ask(person, 'router', { path: `/internal/call-backs${search}` });
  }

  @Post('call-backs/:id/attempts')
  @HttpCode(200)
  @Does('record-call-back')
  tried(@Person() person: StaffV1, @Id() id: string, @Body(parse(NewAttempt)) body: NewAttempt): Promise<CallBack> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/call-backs/${id}/attempts`, body });
  }
}
