/** Answers how long a conversation has, each clock with its working; what is late or soon late; what limits came to. */
import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import {
  ConversationId,
  type DeadlinePage,
  type Deadlines,
  type LimitsReport,
  type StaffV1,
} from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, LiveSettings, Postgres, parse, refuse } from '@trunkline/platform';
import { demandMay, whoAsks } from '../escalations/demand-may.ts';
import { clocksOf, hiddenFrom, whoseIs } from './clocks.store.ts';
import { listUrgent, UrgentQuery } from './list-urgent.ts';
import { movesOf } from './moves.store.ts';
import { nowOf } from './now-of.ts';
import { ReportQuery, reportLimits } from './report-limits.ts';
import { showDeadline } from './show-deadline.ts';

@Controller('internal')
@UseGuards(KnowCaller)
export class DeadlinesController {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  @Get('conversations/:id/deadlines')
  async deadlines(
    @Caller() caller: InternalCaller,
    @Param('id', parse(ConversationId)) id: ConversationId,
  ): Promise<Deadlines> {
    const whose = await whoseIs(this.postgres, id);
    if (!whose) refuse('not-found');
    demandMay(this.settings, caller, { does: 'see-deadlines', thing: whose });
    const clocks = await clocksOf(this.postgres, id);
    const hidden = new Set(hiddenFrom(whose.followed, whoAsks(this.settings, caller)?.id));
    const moves = await movesOf(this.postgres, id);
    const given = { policy: this.settings.policy, now: await nowOf(this.postgres) };
    const shown = clocks.filter(({ about }) => !hidden.has(about));
    return { items: shown.map((clock) => showDeadline(clock, { ...given, moves: moves.get(clock.id) ?? [] })) };
  }

  @Get('deadlines')
  urgent(@Caller() caller: InternalCaller, @Query(parse(UrgentQuery)) query: UrgentQuery): Promise<DeadlinePage> {
    const person: StaffV1 | undefined = whoAsks(this.settings, caller);
    demandMay(this.settings, caller, { does: 'list-deadlines' });
    return listUrgent(this.postgres, person, query);
  }

  @Get('reports/limits')
  report(@Caller() caller: InternalCaller, @Query(parse(ReportQuery)) query: ReportQuery): Promise<LimitsReport> {
    const person: StaffV1 | undefined = whoAsks(this.settings, caller);
    demandMay(this.settings, caller, { does: 'read-reports' });
    return reportLimits(this.postgres, person, query);
  }
}
