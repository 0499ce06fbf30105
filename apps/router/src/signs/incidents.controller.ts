/** The router's door for incidents: who belongs to one, what its members are told, and its end. */
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
  type ConversationId,
  type IncidentId,
  type IncidentMessage,
  type IncidentRow,
  NewIncidentMember,
  NewIncidentMessage,
  type StaffV1,
} from '@trunkline/contracts';
import { answerOnce, Caller, type InternalCaller, KnowCaller, parse, refuse, type Tx } from '@trunkline/platform';
import { type Act, may } from '@trunkline/rules';
import { GiveOrder } from '../desk/give-order.ts';
import { type HeldConversation, holdConversations } from '../intake/conversations.store.ts';
import { addToIncident, takeFromIncident } from './change-members.ts';
import { closeIncident } from './close-incident.ts';
import { showIncidentMessages } from './incident-messages.store.ts';
import { showIncidents } from './incidents.store.ts';
import { tellIncident } from './tell-incident.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal/incidents')
@UseGuards(KnowCaller)
export class IncidentsController {
  constructor(private readonly desk: GiveOrder) {}

  @Get()
  async incidents(@Caller() caller: InternalCaller, @Query('open') open?: string) {
    const person = this.desk.person(caller.sub);
    const verdict = may({ person, does: 'list-incidents' });
    if (!verdict.ok) refuse(verdict.because);
    const items = await showIncidents(this.desk.postgres, watching(person), { isOpenOnly: open === '1' });
    return { items, next: null };
  }

  /** Closed already is closed: its last message went out when it was. */
  @Post(':id/close')
  @HttpCode(200)
  async close(
    @Caller() caller: InternalCaller,
    @id() incidentId: IncidentId,
    @Body(parse(ClosedIncident)) { text }: ClosedIncident,
  ): Promise<IncidentRow> {
    const { person, incident } = await this.reached(caller, incidentId, 'close-incident');
    if (incident.closedAt !== null) return incident;
    const because = { code: 'closed-by-supervisor', values: {} };
    await this.desk.postgres.transaction(async (tx) => {
      const [row] = await tx.query('SELECT FROM incident WHERE id = $1 AND closed_at IS NULL FOR UPDATE', [incidentId]);
      if (row && text !== null) await tellIncident(tx, { incidentId, text, person });
      await closeIncident(tx, { id: incidentId, by: person.id, because });
    });
    return this.shown(person, incidentId);
  }

  @Post(':id/members')
  @HttpCode(200)
  add(
    @Caller() caller: InternalCaller,
    @id() incidentId: IncidentId,
    @Body(parse(NewIncidentMember)) { conversationId }: NewIncidentMember,
  ): Promise<IncidentRow> {
    return this.change(caller, { incidentId, conversationId, act: addToIncident });
  }

  @Delete(':id/members/:conversationId')
  remove(
    @Caller() caller: InternalCaller,
    @id() incidentId: IncidentId,
    @Param('conversationId', ParseUUIDPipe) conversationId: ConversationId,
  ): Promise<IncidentRow> {
    return this.change(caller, { incidentId, conversationId, act: takeFromIncident });
  }

  @Get(':id/messages')
  async messages(@Caller() caller: InternalCaller, @id() incidentId: IncidentId) {
    const { person } = await this.reached(caller, incidentId, 'see-incident');
    const items = await showIncidentMessages(this.desk.postgres, watching(person), { incidentId });
    return { items, next: null };
  }

  /** Also when it is over: whoever was hit may be told that it is. */
  @Post(':id/message')
  @HttpCode(202)
  async tell(
    @Caller() caller: InternalCaller,
    @id() incidentId: IncidentId,
    @Body(parse(NewIncidentMessage)) { text }: NewIncidentMessage,
    @Headers('idempotency-key') key?: string,
  ): Promise<IncidentMessage> {
    const { person } = await this.reached(caller, incidentId, 'tell-incident');
    const once = { person: person.id, key: key === undefined ? undefined : `incident ${key}` };
    const messageId = await this.desk.postgres.transaction((tx) =>
      answerOnce(tx, once, () => tellIncident(tx, { incidentId, text, person })),
    );
    const which = { incidentId, id: messageId };
    return (await showIncidentMessages(this.desk.postgres, watching(person), which))[0]!;
  }

  private async change(
    caller: InternalCaller,
    { incidentId, conversationId, act }: MemberChange,
  ): Promise<IncidentRow> {
    const { person, incident } = await this.reached(caller, incidentId, 'change-incident');
    if (incident.closedAt !== null) refuse('incident-is-over');
    await this.desk.postgres.transaction(async (tx) => {
      const held = (await holdConversations(tx, [conversationId])).get(conversationId) ?? refuse('not-found');
      if (!may({ person, does: 'see-conversation', thing: held }).ok) refuse('not-found');
      await act(tx, { incidentId, held, person, policy: this.desk.settings.policy });
    });
    return this.shown(person, incidentId);
  }

  /** It reaches one of the person's queues; what does not is not there. */
  private async reached(caller: InternalCaller, incidentId: IncidentId, does: Act) {
    const person = this.desk.person(caller.sub);
    const [incident] = await showIncidents(this.desk.postgres, watching(person), { id: incidentId });
    if (!incident) refuse('not-found');
    const mayDo = incident.queues.some((queue) => may({ person, does, thing: { queue } }).ok);
    if (!mayDo && !may({ person, does, thing: {} }).ok) refuse('not-allowed');
    return { person, incident };
  }

  private async shown(person: StaffV1, incidentId: IncidentId): Promise<IncidentRow> {
    const [incident] = await showIncidents(this.desk.postgres, watching(person), { id: incidentId });
    return incident ?? refuse('not-found');
  }
}

type MemberChange = { incidentId: IncidentId; conversationId: ConversationId } & {
  act: (tx: Tx, change: Parameters<typeof addToIncident>[1] & { held: HeldConversation }) => Promise<void>;
};

const watching = (person: StaffV1) => ({
  personId: person.id,
  seesAll: person.role === 'administrator',
  groups: person.groups,
});
