/** The router's door for a page on which a question can be answered: does it still stand open? */
import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { QuestionAsked, type QuestionStanding } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, Postgres, parse, refuse } from '@trunkline/platform';
import { stands } from './questions.store.ts';

@Controller('internal/questions')
@UseGuards(KnowCaller)
export class QuestionsController {
  constructor(private readonly postgres: Postgres) {}

  @Post('standing')
  @HttpCode(200)
  async standing(
    @Caller() caller: InternalCaller,
    @Body(parse(QuestionAsked)) asked: QuestionAsked,
  ): Promise<QuestionStanding> {
    if (caller.service !== 'channels') refuse('not-allowed');
    return { stands: await stands(this.postgres, asked) };
  }
}
