/** The desk's routes about questions to the supervisor on duty: each asks the router, who decides again whether one may. */
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, UseGuards } from '@nestjs/common';
import { type Consult, ConsultAnswer, type ConsultRows, NewConsult, type StaffV1 } from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import type { Request } from 'express';
import { AskOwner } from '../desk/ask-owner.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('v1')
@UseGuards(SignedIn)
export class ConsultsController {
  constructor(private readonly owner: AskOwner) {}

  @Get('consults')
  @Does('list-consults')
  list(@Person() person: StaffV1, @Req() request: Request): Promise<ConsultRows> {
    const { search } = new URL(request.originalUrl, 'http://desk');
    return this.owner.ask(person, 'router', { path: `/internal/consults${search}` });
  }

  @Post('conversations/:id/consults')
  @Does('ask-supervisor')
  open(@Person() person: StaffV1, @Id() id: string, @Body(parse(NewConsult)) body: NewConsult): Promise<Consult> {
    const path = `/internal/conversations/${id}/consults`;
    return this.owner.ask(person, 'router', { method: 'POST', path, body });
  }

  @Post('consults/:id/answer')
  @HttpCode(200)
  @Does('answer-consult')
  answer(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(ConsultAnswer)) body: ConsultAnswer,
  ): Promise<Consult> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/consults/${id}/answer`, body });
  }

  @Post('consults/:id/seen')
  @HttpCode(200)
  @Does('answer-consult')
  seen(@Person() person: StaffV1, @Id() id: string): Promise<Consult> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/consults/${id}/seen`, body: {} });
  }
}
