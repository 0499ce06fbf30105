/** The router's door for questions to the supervisor on duty. */
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, UseGuards } from '@nestjs/common';
import { ConsultAnswer, type ConsultId, type ConversationId, NewConsult } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse, refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { GiveOrder } from '../desk/give-order.ts';
import { answerConsult } from './answer-consult.ts';
import { findConsult, storeSeen } from './consults.store.ts';
import { ConsultQuery, listConsults } from './list-consults.ts';
import { openConsult } from './open-consult.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('internal')
@UseGuards(KnowCaller)
export class ConsultsController {
  constructor(private readonly desk: GiveOrder) {}

  @Get('consults')
  list(@Caller() caller: InternalCaller, @Query(parse(ConsultQuery)) query: ConsultQuery) {
    const person = this.desk.person(caller.sub);
    const verdict = may({ person, does: 'list-consults' });
    return verdict.ok ? listConsults(this.desk.postgres, person, query) : refuse(verdict.because);
  }

  @Post('conversations/:id/consults')
  @HttpCode(201)
  open(
    @Caller() caller: InternalCaller,
    @Id() conversationId: ConversationId,
    @Body(parse(NewConsult)) { kind, wanted }: NewConsult,
  ) {
    return this.desk.held(
      { by: caller.sub, conversationId, does: 'ask-supervisor' },
      (tx, { conversation, person }) => {
        if (conversation.state === 'closed') refuse('already-closed');
        if (conversation.state === 'solved') refuse('already-solved');
        return openConsult(tx, conversation, { kind, wanted, by: person });
      },
    );
  }

  @Post('consults/:id/answer')
  @HttpCode(200)
  answer(@Caller() caller: InternalCaller, @Id() id: ConsultId, @Body(parse(ConsultAnswer)) answer: ConsultAnswer) {
    return answerConsult(this.desk, { by: caller.sub, id, answer });
  }

  @Post('consults/:id/seen')
  @HttpCode(200)
  async seen(@Caller() caller: InternalCaller, @Id() id: ConsultId) {
    const { conversationId } = (await findConsult(this.desk.postgres, id)) ?? refuse('not-found');
    return this.desk.held({ by: caller.sub, conversationId, does: 'answer-consult' }, async (tx, { person }) => {
      await storeSeen(tx, { id, by: person.id });
      return findConsult(tx, id);
    });
  }
}
