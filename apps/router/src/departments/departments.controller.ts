/** The router's door for what departments are handed, and what they answer. */
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { DepartmentAnswer, NewHandOver, type TicketId } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse } from '@trunkline/platform';
import { GiveOrder } from '../desk/give-order.ts';
import { orderAnswer, orderHandOver } from './order-hand-over.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal/tickets')
@UseGuards(KnowCaller)
export class DepartmentsController {
  constructor(private readonly desk: GiveOrder) {}

  @Post(':id/hand-over')
  @HttpCode(200)
  handOver(
    @Caller() { sub: by }: InternalCaller,
    @id() ticketId: TicketId,
    @Body(parse(NewHandOver)) asked: NewHandOver,
  ) {
    return orderHandOver(this.desk, { by, ticketId, asked });
  }

  @Post(':id/answer')
  @HttpCode(200)
  answer(
    @Caller() { sub: by }: InternalCaller,
    @id() ticketId: TicketId,
    @Body(parse(DepartmentAnswer)) asked: DepartmentAnswer,
  ) {
    return orderAnswer(this.desk, { by, ticketId, asked });
  }
}
