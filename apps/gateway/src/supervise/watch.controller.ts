/** What supervisors watch: queues, people, what escalated; and whom agents may hand a conversation to. */

import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { AgentRows, EscalationId, EscalationRow, EscalationRows, QueueRows, StaffV1 } from '@trunkline/contracts';
import { LiveSettings } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import type { Response } from 'express';
import { AskOwner } from '../desk/ask-owner.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

@Controller('v1')
@UseGuards(SignedIn)
export class WatchController {
  constructor(
    private readonly owner: AskOwner,
    private readonly settings: LiveSettings,
  ) {}

  @Get('queues')
  @Does('list-queues')
  async queues(@Person() person: StaffV1): Promise<QueueRows> {
    const rows = await this.owner.ask<QueueRows>(person, 'router', { path: '/internal/queues' });
    return { items: rows.items.filter((row) => may({ person, does: 'see-queue', thing: { queue: row.code } }).ok) };
  }

  @Get('agents')
  @Does('list-agents')
  async agents(@Person() person: StaffV1): Promise<AgentRows> {
    const rows = await this.owner.ask<AgentRows>(person, 'router', { path: '/internal/agents' });
    const seen = rows.items.filter(
      ({ id, groups }) => may({ person, does: 'see-agent', thing: { personId: id, groups } }).ok,
    );
    return { items: seen };
  }

  /** Names and presence only: whom one may hand a conversation to. */
  @Get('colleagues')
  @Does('list-conversations')
  async colleagues(@Person() person: StaffV1) {
    const rows = await this.owner.ask<AgentRows>(person, 'router', { path: '/internal/agents' });
    const items = rows.items.map(({ id, name, number, groups, presence }) => ({ id, name, number, groups, presence }));
    return { items: items.filter((one) => one.id !== person.id) };
  }

  @Get('escalations')
  @Does('list-escalations')
  async escalations(@Person() person: StaffV1, @Query('open') open?: string): Promise<EscalationRows> {
    const path = `/internal/escalations${open === undefined ? '' : `?open=${encodeURIComponent(open)}`}`;
    const rows = await this.owner.ask<EscalationRows>(person, 'sla', { path });
    const isSeen = ({ queue }: { queue: string }) => may({ person, does: 'see-escalation', thing: { queue } }).ok;
    return { items: rows.items.filter(isSeen), quiet: rows.quiet?.filter(isSeen) };
  }

  @Post('escalations/:id/seen')
  @HttpCode(200)
  @Does('list-escalations')
  seen(@Person() person: StaffV1, @Param('id', ParseUUIDPipe) id: EscalationId): Promise<EscalationRow> {
    return this.owner.ask(person, 'sla', { method: 'POST', path: `/internal/escalations/${id}/seen`, body: {} });
  }

  @Post('escalations/:id/acknowledge')
  @HttpCode(200)
  @Does('acknowledge-escalation')
  acknowledge(@Person() person: StaffV1, @Param('id', ParseUUIDPipe) id: EscalationId): Promise<EscalationRow> {
    return this.owner.ask(person, 'sla', { method: 'POST', path: `/internal/escalations/${id}/acknowledge`, body: {} });
  }

  @Get('policies/current')
  @Does('read-policies')
  policy(@Res({ passthrough: true }) response: Response) {
    response.setHeader('etag', `"${this.settings.policy.version}"`);
    return this.settings.policy;
  }
}
