/** The desk's routes about what departments are handed: each asks the router, who decides again whether one may. */
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { DepartmentAnswer, NewHandOver, type StaffV1, type Ticket } from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import { AskOwner } from '../desk/ask-owner.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('v1/tickets')
@UseGuards(SignedIn)
export class DepartmentsController {
  constructor(private readonly owner: AskOwner) {}

  @Post(':id/hand-over')
  @HttpCode(200)
  @Does('hand-over-ticket')
  handOver(@Person() person: StaffV1, @Id() id: string, @Body(parse(NewHandOver)) body: NewHandOver): Promise<Ticket> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/tickets/${id}/hand-over`, body });
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Does('answer-for-department')
  answer(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(DepartmentAnswer)) body: DepartmentAnswer,
  ): Promise<Ticket> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/tickets/${id}/answer`, body });
  }
}
