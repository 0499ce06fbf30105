/** The desk's routes about incidents: each asks the router, who decides again whether this person may. */
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
  Query,
  UseGuards,
} from '@nestjs/common';
import {
  ClosedIncident,
  type IncidentMessage,
  type IncidentMessages,
  type IncidentRow,
  type IncidentRows,
  NewIncidentMember,
  NewIncidentMessage,
  type StaffV1,
} from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import { AskOwner } from '../desk/ask-owner.ts';
import { onceKey } from '../desk/once-key.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('v1/incidents')
@UseGuards(SignedIn)
export class IncidentsController {
  constructor(private readonly owner: AskOwner) {}

  @Get()
  @Does('list-incidents')
  incidents(@Person() person: StaffV1, @Query('open') open?: string): Promise<IncidentRows> {
    const query = open === undefined ? '' : `?open=${encodeURIComponent(open)}`;
    return this.owner.ask(person, 'router', { path: `/internal/incidents${query}` });
  }

  @Post(':id/close')
  @HttpCode(200)
  @Does('close-incident')
  close(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(ClosedIncident)) body: ClosedIncident,
  ): Promise<IncidentRow> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/incidents/${id}/close`, body });
  }

  @Post(':id/members')
  @HttpCode(200)
  @Does('change-incident')
  add(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(NewIncidentMember)) body: NewIncidentMember,
  ): Promise<IncidentRow> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/incidents/${id}/members`, body });
  }

  @Delete(':id/members/:conversationId')
  @Does('change-incident')
  remove(
    @Person() person: StaffV1,
    @Id() id: string,
    @Param('conversationId', ParseUUIDPipe) conversationId: string,
  ): Promise<IncidentRow> {
    const path = `/internal/incidents/${id}/members/${conversationId}`;
    return this.owner.ask(person, 'router', { method: 'DELETE', path });
  }

  @Get(':id/messages')
  @Does('see-incident')
  messages(@Person() person: StaffV1, @Id() id: string): Promise<IncidentMessages> {
    return this.owner.ask(person, 'router', { path: `/internal/incidents/${id}/messages` });
  }

  @Post(':id/message')
  @HttpCode(202)
  @Does('tell-incident')
  tell(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(NewIncidentMessage)) body: NewIncidentMessage,
    @Headers('idempotency-key') key?: string,
  ): Promise<IncidentMessage> {
    const path = `/internal/incidents/${id}/message`;
    return this.owner.ask(person, 'router', { method: 'POST', path, body, idempotencyKey: onceKey(key) });
  }
}
