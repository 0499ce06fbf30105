/** The desk's routes about what belongs together with a ticket: each asks the router, who decides again whether one may. */
import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  UseGuards,
} from '@nestjs/common';
import { MergeWith, NewTicket, NewTie, type StaffV1, type Ticket, type TicketTies } from '@trunkline/contracts';
import { parse, refuse } from '@trunkline/platform';
import { AskOwner } from '../desk/ask-owner.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

const Id = (name = 'id') => Param(name, ParseUUIDPipe);

@Controller('v1/tickets')
@UseGuards(SignedIn)
export class TicketTiesController {
  constructor(private readonly owner: AskOwner) {}

  @Get(':id/ties')
  @Does('see-ties')
  show(@Person() person: StaffV1, @Id() id: string): Promise<TicketTies> {
    return this.owner.ask(person, 'router', { path: `/internal/tickets/${id}/ties` });
  }

  @Post(':id/ties')
  @HttpCode(200)
  @Does('change-ticket')
  tie(@Person() person: StaffV1, @Id() id: string, @Body(parse(NewTie)) body: NewTie): Promise<TicketTies> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/tickets/${id}/ties`, body });
  }

  @Delete(':id/ties/:other')
  @Does('change-ticket')
  untie(@Person() person: StaffV1, @Id() id: string, @Id('other') other: string): Promise<TicketTies> {
    return this.owner.ask(person, 'router', { method: 'DELETE', path: `/internal/tickets/${id}/ties/${other}` });
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Does('change-ticket')
  merge(@Person() person: StaffV1, @Id() id: string, @Body(parse(MergeWith)) body: MergeWith): Promise<Ticket> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/tickets/${id}/merge`, body });
  }

  /** Asked again while the router has not heard of the person: the key keeps it one ticket. */
  @Post(':id/split')
  @Does('open-ticket')
  split(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(NewTicket)) body: NewTicket,
    @Headers('idempotency-key') key?: string,
  ): Promise<Ticket> {
    if (key !== undefined && (key.length < 1 || key.length > 255)) refuse('bad-request', { detail: 'Idempotency-Key' });
    const path = `/internal/tickets/${id}/split`;
    return this.owner.ask(person, 'router', { method: 'POST', path, body, idempotencyKey: key ?? randomUUID() });
  }
}
