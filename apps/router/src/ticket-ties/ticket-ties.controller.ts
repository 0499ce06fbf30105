/** The router's door for what belongs together with a ticket. */
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
import { MergeWith, NewTicket, NewTie, type TicketId } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse } from '@trunkline/platform';
import { GiveOrder } from '../desk/give-order.ts';
import { mergeTickets } from './merge-tickets.ts';
import { showTies } from './show-ties.ts';
import { splitTicket } from './split-ticket.ts';
import { tieTicket, untieTicket } from './tie-ticket.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal/tickets')
@UseGuards(KnowCaller)
export class TicketTiesController {
  constructor(private readonly desk: GiveOrder) {}

  @Get(':id/ties')
  show(@Caller() { sub: by }: InternalCaller, @id() ticketId: TicketId) {
    return showTies(this.desk, by, ticketId);
  }

  @Post(':id/ties')
  @HttpCode(200)
  tie(@Caller() { sub: by }: InternalCaller, @id() ticketId: TicketId, @Body(parse(NewTie)) asked: NewTie) {
    return tieTicket(this.desk, { by, ticketId, asked });
  }

  @Delete(':id/ties/:other')
  untie(@Caller() { sub: by }: InternalCaller, @id() ticketId: TicketId, @Param('other', ParseUUIDPipe) other: string) {
    return untieTicket(this.desk, { by, ticketId, other });
  }

  @Post(':id/merge')
  @HttpCode(200)
  merge(@Caller() { sub: by }: InternalCaller, @id() ticketId: TicketId, @Body(parse(MergeWith)) asked: MergeWith) {
    return mergeTickets(this.desk, { by, ticketId, asked });
  }

  @Post(':id/split')
  split(
    @Caller() { sub: by }: InternalCaller,
    @id() ticketId: TicketId,
    @Body(parse(NewTicket)) asked: NewTicket,
    @Headers('idempotency-key') key?: string,
  ) {
    return splitTicket(this.desk, { by, ticketId, asked, idempotencyKey: key ?? null });
  }
}
