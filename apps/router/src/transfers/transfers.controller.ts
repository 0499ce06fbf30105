/** The router's door for what a transfer would be, the question taken back, and what is not transferred now. */
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, UseGuards } from '@nestjs/common';
import {
  type ConversationId,
  type DirectiveId,
  NewDirective,
  TransferTo,
  type TransferVerdict,
} from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse, refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { GiveOrder } from '../desk/give-order.ts';
import { readDirectives } from './directives.store.ts';
import { judgeOrder } from './judge-order.ts';
import { makeDirective, takeOffDirective } from './make-directive.ts';
import { withdrawAsk } from './withdraw-ask.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('internal')
@UseGuards(KnowCaller)
export class TransfersController {
  constructor(private readonly desk: GiveOrder) {}

  @Get('conversations/:id/transfer')
  judge(
    @Caller() caller: InternalCaller,
    @Id() conversationId: ConversationId,
    @Query() query: unknown,
  ): Promise<TransferVerdict> {
    return this.desk.held({ by: caller.sub, conversationId, does: 'judge-transfer' }, async (tx, held) => {
      const to = TransferTo.safeParse(query);
      if (!to.success) refuse('bad-request');
      return (await judgeOrder(tx, held, { to: to.data }, this.desk.settings)).verdict;
    });
  }

  @Delete('conversations/:id/transfer')
  withdraw(@Caller() caller: InternalCaller, @Id() conversationId: ConversationId) {
    return withdrawAsk(this.desk, { by: caller.sub, conversationId, does: 'transfer' });
  }

  @Get('directives')
  async list(@Caller() caller: InternalCaller) {
    const person = this.desk.person(caller.sub);
    const verdict = may({ person, does: 'list-directives' });
    if (!verdict.ok) refuse(verdict.because);
    const queues = person.role === 'administrator' ? null : person.groups;
    return { items: await readDirectives(this.desk.postgres, queues), next: null };
  }

  @Post('directives')
  @HttpCode(201)
  make(@Caller() caller: InternalCaller, @Body(parse(NewDirective)) asked: NewDirective) {
    return makeDirective(this.desk, { by: caller.sub, asked });
  }

  @Delete('directives/:id')
  @HttpCode(204)
  end(@Caller() caller: InternalCaller, @Id() id: DirectiveId) {
    return takeOffDirective(this.desk, { by: caller.sub, id });
  }
}
