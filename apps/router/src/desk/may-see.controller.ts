/** Says whether a person may see what channels keeps: only where a conversation that they may see holds it. */
import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { Caller, type InternalCaller, KnowCaller, refuse } from '@trunkline/platform';
import { may, type Thing } from '@trunkline/rules';
import { GiveOrder } from './give-order.ts';

const finds = {
  receipt: 'm.receipt_id = $1::uuid',
  attachment: `m.attachments <> '[]' AND m.attachments @> jsonb_build_array(jsonb_build_object('sha256', $1::text))`,
};

@Controller('internal/may-see')
@UseGuards(KnowCaller)
export class MaySeeController {
  constructor(private readonly desk: GiveOrder) {}

  @Get(':kind/:id')
  async ask(@Caller() caller: InternalCaller, @Param('kind') kind: string, @Param('id') id: string) {
    if (!Object.hasOwn(finds, kind)) refuse('not-found');
    const holders = await this.desk.postgres.query<Thing>(
      `SELECT DISTINCT c.queue, c.agent_id AS "agentId", CASE WHEN c.state <> 'closed' THEN c.follower_id END
              AS "followerId", c.hidden_from::text[] AS "hiddenFrom" FROM message m JOIN conversation c ON c.id = m.conversation_id
        WHERE ${finds[kind as keyof typeof finds]}`,
      [id],
    );
    const person = this.desk.person(caller.sub);
    if (!holders.some((thing) => may({ person, does: 'read-messages', thing }).ok)) refuse('not-found');
    return { mayIt: true };
  }
}
