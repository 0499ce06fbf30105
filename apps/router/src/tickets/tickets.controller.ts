/** The router's door for tickets and complaints, and for the word that a matter is beyond one. */
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
  Query,
  UseGuards,
} from '@nestjs/common';
import { ChangedTicket, type ConversationId, Escalate, NewTicket, type TicketId } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse, refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { versionOf } from '../desk/version-of.ts';
import { escalate } from './escalate.ts';
import { listTickets, shownTo, TicketQuery, ticketsOf } from './list-tickets.ts';
import { openTicket } from './open-ticket.ts';
import { showTicket } from './show-ticket.ts';
import { workOnTicket } from './work-on-ticket.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal')
@UseGuards(KnowCaller)
export class TicketsController {
  constructor(private readonly desk: GiveOrder) {}

  @Get('conversations/:id/tickets')
  async of(@Caller() caller: InternalCaller, @id() conversationId: ConversationId) {
    const person = this.desk.person(caller.sub);
    const shown = await showConversation(this.desk.postgres, conversationId);
    if (!may({ person, does: 'see-conversation', thing: shown }).ok) refuse('not-found');
    return ticketsOf(this.desk.postgres, person, conversationId);
  }

  @Post('conversations/:id/tickets')
  open(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Body(parse(NewTicket)) ticket: NewTicket,
    @Headers('idempotency-key') key?: string,
  ) {
    const order = { by: caller.sub, conversationId, does: 'open-ticket' } as const;
    return openTicket(this.desk, { ...order, ticket, idempotencyKey: key ?? null });
  }

  @Post('conversations/:id/escalate')
  @HttpCode(200)
  escalate(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Body(parse(Escalate)) escalation: Escalate,
  ) {
    return escalate(this.desk, { by: caller.sub, conversationId, does: 'escalate', escalation });
  }

  @Get('tickets')
  list(@Caller() caller: InternalCaller, @Query(parse(TicketQuery)) query: TicketQuery) {
    const person = this.desk.person(caller.sub);
    const verdict = may({ person, does: 'list-tickets' });
    return verdict.ok ? listTickets(this.desk.postgres, person, query) : refuse(verdict.because);
  }

  @Get('tickets/:id')
  async show(@Caller() caller: InternalCaller, @id() ticketId: TicketId) {
    const person = this.desk.person(caller.sub);
    return shownTo(person, (await showTicket(this.desk, person, ticketId)).ticket);
  }

  /** `If-Match` names the version that was looked at, in quotes. */
  @Patch('tickets/:id')
  change(
    @Caller() caller: InternalCaller,
    @id() ticketId: TicketId,
    @Body(parse(ChangedTicket)) change: ChangedTicket,
    @Headers('if-match') tag?: string,
  ) {
    return workOnTicket(this.desk, { by: caller.sub, ticketId, change, seenVersion: versionOf(tag) });
  }
}
