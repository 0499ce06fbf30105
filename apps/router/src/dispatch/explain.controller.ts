/** The door for "why": what routing decided about one conversation. */
import { Controller, Get, Param, ParseUUIDPipe, UseGuards } from '@nestjs/common';
import type { ConversationId, Explanation } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, Postgres, refuse } from '@trunkline/platform';
import { may, type Thing } from '@trunkline/rules';
import { GiveOrder } from '../desk/give-order.ts';
import { showExplanation } from './show-explanation.ts';

@Controller('internal/conversations')
@UseGuards(KnowCaller)
export class ExplainController {
  constructor(
    private readonly postgres: Postgres,
    private readonly desk: GiveOrder,
  ) {}

  @Get(':id/explain')
  async explain(
    @Caller() caller: InternalCaller,
    @Param('id', ParseUUIDPipe) conversationId: ConversationId,
  ): Promise<Explanation> {
    const [thing] = await this.postgres.query<Thing>(
      `SELECT queue, agent_id AS "agentId", CASE WHEN state <> 'closed' THEN follower_id END AS "followerId",
              hidden_from::text[] AS "hiddenFrom"
         FROM conversation WHERE id = $1`,
      [conversationId],
    );
    const person = this.desk.person(caller.sub);
    if (!thing || !may({ person, does: 'explain', thing }).ok) refuse('not-found');
    return showExplanation(this.desk, conversationId);
  }
}
