/** The desk's routes about forms: each asks the router, who decides again whether one may. */
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put, UseGuards } from '@nestjs/common';
import { type Conversation, FormValues, type StaffV1 } from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';
import { AskOwner } from './ask-owner.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('v1/conversations')
@UseGuards(SignedIn)
export class FormsController {
  constructor(private readonly owner: AskOwner) {}

  @Post(':id/form/ask')
  @HttpCode(200)
  @Does('fill-form')
  ask(@Person() person: StaffV1, @Id() id: string): Promise<Conversation> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/conversations/${id}/form/ask` });
  }

  @Put(':id/form')
  @Does('fill-form')
  fill(@Person() person: StaffV1, @Id() id: string, @Body(parse(FormValues)) body: FormValues): Promise<Conversation> {
    return this.owner.ask(person, 'router', { method: 'PUT', path: `/internal/conversations/${id}/form`, body });
  }
}
