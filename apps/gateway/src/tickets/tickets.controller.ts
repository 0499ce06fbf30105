/** The desk's routes about tickets, escalating and follow-ups: each asks the router, who decides again whether one may. */
import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Req,
  UseGuards,
} from '@nestjs/common';
import {
  ChangedTicket,
  type Conversation,
  Escalate,
  type FollowUp,
  FollowUpResult,
  type FollowUps,
  NewTicket,
  type StaffV1,
  type Ticket,
  type Tickets,
} from '@trunkline/contracts';
import { parse, refuse } from '@trunkline/platform';
import type { Request } from 'express';
import { AskOwner } from '../desk/ask-owner.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('v1')
@UseGuards(SignedIn)
export class TicketsController {
  constructor(private readonly owner: AskOwner) {}

  @Get('conversations/:id/tickets')
  @Does('see-conversation')
  of(@Person() person: StaffV1, @Id() id: string): Promise<Tickets> {
    return this.owner.ask(person, 'router', { path: `/internal/conversations/${id}/tickets` });
  }

  /** Asked again while the router has not heard of the person: the key keeps it one ticket. */
  @Post('conversations/:id/tickets')
  @Does('open-ticket')
  open(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(NewTicket)) body: NewTicket,
    @Headers('idempotency-key') key?: string,
  ): Promise<Ticket> {
    if (key !== undefined && (key.length < 1 || key.length > 255)) refuse('bad-request', { detail: 'Idempotency-Key' });
    const path = `/internal/conversations/${id}/tickets`;
    return this.owner.ask(person, 'router', { method: 'POST', path, body, idempotencyKey: key ?? randomUUID() });
  }

  @Post('conversations/:id/escalate')
  @HttpCode(200)
  @Does('escalate')
  escalate(@Person() person: StaffV1, @Id() id: string, @Body(parse(Escalate)) body: Escalate): Promise<Conversation> {
    const path = `/internal/conversations/${id}/escalate`;
    return this.owner.ask(person, 'router', { method: 'POST', path, body });
  }

  @Get('tickets')
  @Does('list-tickets')
  list(@Person() person: StaffV1, @Req() request: Request): Promise<Tickets> {
    return this.owner.ask(person, 'router', { path: `/internal/tickets${searchOf(request)}` });
  }

  @Get('tickets/:id')
  @Does('see-tickets')
  show(@Person() person: StaffV1, @Id() id: string): Promise<Ticket> {
    return this.owner.ask(person, 'router', { path: `/internal/tickets/${id}` });
  }

  @Patch('tickets/:id')
  @Does('change-ticket')
  change(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(ChangedTicket)) body: ChangedTicket,
    @Headers('if-match') tag?: string,
  ): Promise<Ticket> {
    const headers: Record<string, string> = tag === undefined ? {} : { 'if-match': tag };
    return this.owner.ask(person, 'router', { method: 'PATCH', path: `/internal/tickets/${id}`, body, headers });
  }

  @Get('follow-ups')
  @Does('list-follow-ups')
  followUps(@Person() person: StaffV1, @Req() request: Request): Promise<FollowUps> {
    return this.owner.ask(person, 'router', { path: `/internal/follow-ups${searchOf(request)}` });
  }

  @Post('follow-ups/:id/result')
  @HttpCode(200)
  @Does('record-follow-up')
  record(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(FollowUpResult)) body: FollowUpResult,
  ): Promise<FollowUp> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/follow-ups/${id}/result`, body });
  }
}

const searchOf = (request: Request): string => new URL(request.originalUrl, 'http://desk').search;
