/** The door for who replays routing: the log from a snapshot on, page by page. */
import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { type AgentId, RoutingLogAsked, type RoutingLogPage } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, LiveSettings, Postgres, parse, refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { readRoutingLog } from './read-routing-log.ts';

@Controller('internal/routing-log')
@UseGuards(KnowCaller)
export class RoutingLogController {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  @Get()
  read(
    @Caller() caller: InternalCaller,
    @Query(parse(RoutingLogAsked)) asked: RoutingLogAsked,
  ): Promise<RoutingLogPage> {
    if (caller.service !== 'gateway') refuse('not-allowed');
    if (caller.sub !== 'gateway') this.askMay(caller.sub as AgentId);
    return readRoutingLog(this.postgres, asked);
  }

  /** Who may change the policy may see what it did; a replay that goes on behind the request asks as the gateway. */
  private askMay(id: AgentId): void {
    const person = this.settings.person(id) ?? refuse('try-again');
    const verdict = may({ person, does: 'publish-policy', thing: {} });
    if (!verdict.ok) refuse(verdict.because);
  }
}
