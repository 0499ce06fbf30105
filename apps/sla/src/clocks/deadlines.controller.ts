/** Answers how long a conversation has: each clock with its working. */
import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { ConversationId, type Deadlines } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, LiveSettings, Postgres, parse, refuse } from '@trunkline/platform';
import type { z } from 'zod';
import { demandMay } from '../escalations/demand-may.ts';
import { clocksOf, whoseIs } from './clocks.store.ts';
import { showDeadline } from './show-deadline.ts';

@Controller('internal/conversations')
@UseGuards(KnowCaller)
export class DeadlinesController {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  @Get(':id/deadlines')
  async deadlines(
    @Caller() caller: InternalCaller,
    @Param('id', parse(ConversationId)) id: ConversationId,
  ): Promise<z.infer<typeof Deadlines>> {
    const whose = await whoseIs(this.postgres, id);
    if (!whose) refuse('not-found');
    demandMay(this.settings, caller, { does: 'see-deadlines', thing: whose });
    const clocks = await clocksOf(this.postgres, id);
    const [{ now } = { now: new Date(0) }] = await this.postgres.query<{ now: Date }>('SELECT now() AS now');
    return { items: clocks.map((clock) => showDeadline(clock, this.settings.policy, now.getTime())) };
  }
}
