/** The router's door for what is submitted to departments, and for the results that come back. */
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, UseGuards } from '@nestjs/common';
import {
  type ConversationId,
  EndUnsatisfied,
  NewDelivery,
  NewSubmission,
  ResultHeard,
  ResultTold,
  type SubmissionId,
  SubmissionResult,
} from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse, refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { deliverResult } from './deliver-result.ts';
import { endUnsatisfied } from './end-unsatisfied.ts';
import { asList, listSubmissions, submissionsFor } from './show-submissions.ts';
import { submit } from './submit.ts';
import { recordResult } from './take-result.ts';
import { hearCustomer, tellResult } from './tell-result.ts';

const id = () => Param('id', ParseUUIDPipe);

@Controller('internal')
@UseGuards(KnowCaller)
export class SubmissionsController {
  constructor(private readonly desk: GiveOrder) {}

  @Get('conversations/:id/submissions')
  async of(@Caller() caller: InternalCaller, @id() conversationId: ConversationId) {
    const person = this.desk.person(caller.sub);
    const shown = await showConversation(this.desk.postgres, conversationId);
    if (!may({ person, does: 'see-submissions', thing: shown }).ok) refuse('not-found');
    return asList(await submissionsFor(this.desk.postgres, person, conversationId));
  }

  @Post('conversations/:id/submissions')
  submit(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Body(parse(NewSubmission)) asked: NewSubmission,
    @Headers('idempotency-key') key?: string,
  ) {
    return submit(this.desk, { by: caller.sub, conversationId, asked, idempotencyKey: key ?? null });
  }

  @Post('conversations/:id/end-unsatisfied')
  @HttpCode(200)
  end(
    @Caller() caller: InternalCaller,
    @id() conversationId: ConversationId,
    @Body(parse(EndUnsatisfied)) asked: EndUnsatisfied,
  ) {
    return endUnsatisfied(this.desk, { by: caller.sub, conversationId, asked });
  }

  @Get('submissions')
  list(@Caller() caller: InternalCaller, @Query('open') open?: string) {
    const person = this.desk.person(caller.sub);
    const verdict = may({ person, does: 'list-submissions' });
    return verdict.ok ? listSubmissions(this.desk.postgres, person, open === '1') : refuse(verdict.because);
  }

  @Post('submissions/:id/result')
  @HttpCode(200)
  result(
    @Caller() caller: InternalCaller,
    @id() submissionId: SubmissionId,
    @Body(parse(SubmissionResult)) { result }: SubmissionResult,
  ) {
    return recordResult(this.desk, { by: caller.sub, id: submissionId, result });
  }

  @Post('submissions/:id/delivery')
  @HttpCode(200)
  delivery(
    @Caller() caller: InternalCaller,
    @id() submissionId: SubmissionId,
    @Body(parse(NewDelivery)) asked: NewDelivery,
  ) {
    return deliverResult(this.desk, { by: caller.sub, id: submissionId, asked });
  }

  @Post('submissions/:id/told')
  @HttpCode(200)
  told(
    @Caller() caller: InternalCaller,
    @id() submissionId: SubmissionId,
    @Body(parse(ResultTold)) { conversationId }: ResultTold,
  ) {
    return tellResult(this.desk, { by: caller.sub, id: submissionId, conversationId });
  }

  @Post('submissions/:id/heard')
  @HttpCode(200)
  heard(
    @Caller() caller: InternalCaller,
    @id() submissionId: SubmissionId,
    @Body(parse(ResultHeard)) said: ResultHeard,
  ) {
    return hearCustomer(this.desk, { by: caller.sub, id: submissionId, said });
  }
}
