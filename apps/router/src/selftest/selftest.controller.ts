/** The router's door for the desk's own tests. */
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { type ConversationId, TestAnswer, type TestAnswered } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse } from '@trunkline/platform';
import { GiveOrder } from '../desk/give-order.ts';
import { answerTest, finishTest } from './answer-test.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal/selftests')
@UseGuards(KnowCaller)
export class SelftestController {
  constructor(private readonly desk: GiveOrder) {}

  @Post(':id/answer')
  answer(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Body(parse(TestAnswer)) { mark }: TestAnswer,
  ): Promise<TestAnswered> {
    return answerTest(this.desk, { by: caller.sub, conversationId, mark });
  }

  @Post(':id/finish')
  @HttpCode(204)
  finish(@Caller() caller: InternalCaller, @id() conversationId: ConversationId): Promise<void> {
    return finishTest(this.desk, { by: caller.sub, conversationId });
  }
}
