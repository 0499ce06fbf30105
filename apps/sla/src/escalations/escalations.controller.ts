/** Shows what was escalated to the groups one watches over, and takes the acknowledgement. */
import { Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { EscalationId, type EscalationRow, type EscalationRows, type StaffV1 } from '@trunkline/contracts';
import {
  Caller,
  type InternalCaller,
  KnowCaller,
  LiveSettings,
  Postgres,
  parse,
  refuse,
  type Tx,
  writeFacts,
} from '@trunkline/platform';
import { may } from '@trunkline/rules';
import type { z } from 'zod';
import { cancelTimers } from '../clocks/timers.store.ts';
import type { EscalationRecord } from '../tables/escalation.table.ts';
import { demandMay, whoAsks } from './demand-may.ts';
import { holdEscalation, listEscalations, markAcknowledged, rowOf } from './escalations.store.ts';

@Controller('internal/escalations')
@UseGuards(KnowCaller)
export class EscalationsController {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  /** `?open=1`: only what nobody has acknowledged and what is not over. */
  @Get()
  async list(@Caller() caller: InternalCaller, @Query('open') open?: string): Promise<z.infer<typeof EscalationRows>> {
    const person = whoAsks(this.settings, caller);
    demandMay(this.settings, caller, { does: 'list-escalations' });
    const items = await listEscalations(this.postgres, open === '1' || open === 'true');
    const isSeen = ({ queue }: EscalationRow) =>
      !person || may({ person, does: 'see-escalation', thing: { queue } }).ok;
    return { items: items.filter(isSeen) };
  }

  /** The first who acknowledges has it; again, it is the same answer. */
  @Post(':id/acknowledge')
  @HttpCode(200)
  async acknowledge(
    @Caller() caller: InternalCaller,
    @Param('id', parse(EscalationId)) id: EscalationId,
  ): Promise<EscalationRow> {
    const person = whoAsks(this.settings, caller) ?? refuse('not-allowed');
    return this.postgres.transaction(async (tx) => {
      const record = (await holdEscalation(tx, id)) ?? refuse('not-found');
      demandMay(this.settings, caller, { does: 'acknowledge-escalation', thing: { queue: record.queue } });
      return rowOf(record.acknowledged_at ? record : await this.take(tx, record, person));
    });
  }

  private async take(tx: Tx, record: EscalationRecord, person: StaffV1): Promise<EscalationRecord> {
    const { conversation_id, clock_id } = record;
    const taken = await markAcknowledged(tx, record.id as EscalationId, person.id);
    await cancelTimers(tx, clock_id, 'climb-%');
    const data = { escalationId: rowOf(taken).id, conversationId: rowOf(taken).conversationId, by: person.id };
    await writeFacts(tx, [{ type: 'escalation.acknowledged', key: conversation_id, data }]);
    return taken;
  }
}
