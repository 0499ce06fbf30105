/** The desk's routes about calls: each asks the router, who decides again whether one may. */
import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { CallMoved, type Calls, type Conversation, NewCall, type StaffV1 } from '@trunkline/contracts';
import { parse, refuse } from '@trunkline/platform';
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
}
