/** Shows what was escalated to the groups one watches over; takes that it was seen, and the acknowledgement. */
import { Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { EscalationId, type EscalationRow, type EscalationRows } from '@trunkline/contracts';
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
import { holdCases } from '../clocks/clocks.store.ts';
import { cancelTimers } from '../clocks/timers.store.ts';
import { demandMay, whoAsks } from './demand-may.ts';
import {
  conversationsNow,
  listEscalations,
  markAcknowledged,
  markSeen,
  readEscalation,
  rowOf,
  type Seen,
} from './escalations.store.ts';
import { accusedIn, listQuiet } from './matters.store.ts';

@Controller('internal/escalations')
@UseGuards(KnowCaller)
export class EscalationsController {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  /** `?open=1`: only what nobody has acknowledged and what is not over; `quiet`: what waits for a level to open. */
  @Get()
  async list(@Caller() caller: InternalCaller, @Query('open') open?: string): Promise<EscalationRows> {
    const person = whoAsks(this.settings, caller);
    demandMay(this.settings, caller, { does: 'list-escalations' });
    const isOpen = open === '1' || open === 'true';
    const queues = !person || person.role === 'administrator' ? null : person.groups;
    const asked = { isOpen, queues, notAccusing: person?.id ?? null };
    const found = await listEscalations(this.postgres, asked);
    return { items: await this.rowsOf(this.postgres, found), quiet: await listQuiet(this.postgres, asked) };
  }

  /** When this one saw it first; again, nothing changes. */
  @Post(':id/seen')
  @HttpCode(200)
  async see(
    @Caller() caller: InternalCaller,
    @Param('id', parse(EscalationId)) id: EscalationId,
  ): Promise<EscalationRow> {
    const person = whoAsks(this.settings, caller) ?? refuse('not-allowed');
    return this.postgres.transaction(async (tx) => {
      const record = await this.find(tx, id, caller);
      demandMay(this.settings, caller, { does: 'see-escalation', thing: { queue: record.queue } });
      if (await markSeen(tx, id, person.id)) {
        const { conversation_id, conversationId } = placeOf(record);
        const data = { escalationId: id, conversationId, by: person.id };
        await writeFacts(tx, [{ type: 'escalation.seen', key: conversation_id, data }]);
      }
      return this.readRow(tx, id);
    });
  }

  /** The first who acknowledges has the matter, whatever level was told of it; again, it is the same answer. */
  @Post(':id/acknowledge')
  @HttpCode(200)
  async acknowledge(
    @Caller() caller: InternalCaller,
    @Param('id', parse(EscalationId)) id: EscalationId,
  ): Promise<EscalationRow> {
    const person = whoAsks(this.settings, caller) ?? refuse('not-allowed');
    return this.postgres.transaction(async (tx) => {
      const record = await this.find(tx, id, caller);
      demandMay(this.settings, caller, { does: 'acknowledge-escalation', thing: { queue: record.queue } });
      const { conversation_id, conversationId } = placeOf(record);
      await holdCases(tx, [conversationId]); // as a climb does, so that neither waits for the other's rows
      const taken = await markAcknowledged(tx, record.matter_id, person.id);
      await cancelTimers(tx, record.matter_id, 'climb-%');
      const said = taken.map((each) => ({ escalationId: each.id as EscalationId, conversationId, by: person.id }));
      await writeFacts(
        tx,
        said.map((data) => ({ type: 'escalation.acknowledged', key: conversation_id, data })),
      );
      return this.readRow(tx, id);
    });
  }

  /** For whom it accuses it is not there. */
  private async find(tx: Tx, id: EscalationId, caller: InternalCaller): Promise<Seen> {
    const record = (await readEscalation(tx, id)) ?? refuse('not-found');
    const accused = await accusedIn(tx, [record.conversation_id]);
    return accused(record.conversation_id).some((one) => one === caller.sub) ? refuse('not-found') : record;
  }

  private async readRow(tx: Tx, id: EscalationId): Promise<EscalationRow> {
    const found = (await readEscalation(tx, id)) ?? refuse('not-found');
    const [row] = await this.rowsOf(tx, [found]);
    return row as EscalationRow;
  }

  private async rowsOf(reads: Pick<Tx, 'query'>, found: readonly Seen[]): Promise<EscalationRow[]> {
    const standing = await conversationsNow(
      reads,
      found.map((each) => each.conversation_id),
    );
    return found.map((each) => rowOf(each, standing.get(each.conversation_id)?.followed, this.settings));
  }
}

const placeOf = ({ conversation_id }: Seen) => ({
  conversation_id,
  conversationId: conversation_id as EscalationRow['conversationId'],
});
