/** The router's door for the steps of complaints. */
import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { EarlierSaid, NewComplaintStep, type TicketId } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse } from '@trunkline/platform';
import { GiveOrder } from '../desk/give-order.ts';
import { takeComplaintStep } from './take-complaint-step.ts';
import { tellEarlier } from './tell-earlier.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal/tickets')
@UseGuards(KnowCaller)
export class ComplaintsController {
  constructor(private readonly desk: GiveOrder) {}

  @Post(':id/complaint-steps')
  @HttpCode(200)
  step(
    @Caller() caller: InternalCaller,
    @id() ticketId: TicketId,
    @Body(parse(NewComplaintStep)) asked: NewComplaintStep,
    @Headers('idempotency-key') key?: string,
  ) {
    return takeComplaintStep(this.desk, { by: caller.sub, ticketId, asked, idempotencyKey: key ?? null });
  }

  @Post(':id/earlier')
  @HttpCode(200)
  earlier(@Caller() caller: InternalCaller, @id() ticketId: TicketId, @Body(parse(EarlierSaid)) said: EarlierSaid) {
    return tellEarlier(this.desk, { by: caller.sub, ticketId, said });
  }
}
