/** The desk's routes about the steps of complaints: each asks the router, who decides again whether one may. */
import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { type ComplaintStand, EarlierSaid, NewComplaintStep, type StaffV1 } from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import { AskOwner } from '../desk/ask-owner.ts';
import { onceKey } from '../desk/once-key.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('v1/tickets')
@UseGuards(SignedIn)
export class ComplaintsController {
  constructor(private readonly owner: AskOwner) {}

  @Post(':id/complaint-steps')
  @HttpCode(200)
  @Does('work-on-complaint')
  step(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(NewComplaintStep)) body: NewComplaintStep,
    @Headers('idempotency-key') key?: string,
  ): Promise<ComplaintStand> {
    const path = `/internal/tickets/${id}/complaint-steps`;
    return this.owner.ask(person, 'router', { method: 'POST', path, body, idempotencyKey: onceKey(key) });
  }

  @Post(':id/earlier')
  @HttpCode(200)
  @Does('work-on-complaint')
  earlier(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(EarlierSaid)) body: EarlierSaid,
  ): Promise<ComplaintStand> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/tickets/${id}/earlier`, body });
  }
}
