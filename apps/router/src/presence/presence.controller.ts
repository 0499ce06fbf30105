/** The door for who is there: the gateway says who comes and goes, and who was seen. */
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, UseGuards } from '@nestjs/common';
import { AgentId, NewPresence, type PresenceNow, type StaffV1 } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, LiveSettings, Postgres, parse, refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { z } from 'zod';
import { changePresence } from './change-presence.ts';
import { keepSeen } from './keep-seen.ts';
import { showPresence } from './show-presence.ts';

const Seen = z.strictObject({ agentIds: z.array(AgentId).max(10_000) });
type Seen = z.infer<typeof Seen>;

@Controller('internal/presence')
@UseGuards(KnowCaller)
export class PresenceController {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  @Post('seen')
  @HttpCode(204)
  async seen(@Caller() caller: InternalCaller, @Body(parse(Seen)) { agentIds }: Seen): Promise<void> {
    if (caller.service !== 'gateway') refuse('not-allowed');
    await keepSeen(this.postgres, agentIds, this.settings.policy.assignment.goneAfterSeconds);
  }

  @Get(':agentId')
  show(@Caller() caller: InternalCaller, @Param('agentId', ParseUUIDPipe) agentId: AgentId): Promise<PresenceNow> {
    const { agent, person } = this.both(caller, agentId);
    const verdict = may({ person, does: 'see-agent', thing: { personId: agent.id, groups: agent.groups } });
    if (!verdict.ok) refuse('not-found');
    return showPresence(this.postgres, agent);
  }

  @Put(':agentId')
  async change(
    @Caller() caller: InternalCaller,
    @Param('agentId', ParseUUIDPipe) agentId: AgentId,
    @Body(parse(NewPresence)) { state }: NewPresence,
  ): Promise<PresenceNow> {
    const { agent, person } = this.both(caller, agentId);
    const does = agent.id === person.id ? 'set-own-presence' : 'set-presence-of';
    const verdict = may({ person, does, thing: { personId: agent.id, groups: agent.groups } });
    if (!verdict.ok) refuse(verdict.because);
    await changePresence(this.postgres, { agent, state, seconds: this.settings.policy.assignment.goneAfterSeconds });
    return showPresence(this.postgres, agent);
  }

  private both(caller: InternalCaller, agentId: AgentId): { agent: StaffV1; person: StaffV1 } {
    const agent = this.settings.person(agentId) ?? refuse('try-again');
    return { agent, person: this.settings.person(caller.sub) ?? refuse('try-again') };
  }
}
