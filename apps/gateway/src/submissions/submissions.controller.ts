/** The desk's routes about what is submitted to departments: each asks the router, who decides again. */
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query, UseGuards } from '@nestjs/common';
import {
  type Conversation,
  EndUnsatisfied,
  NewDelivery,
  NewSubmission,
  ResultHeard,
  ResultTold,
  type StaffV1,
  type Submission,
  SubmissionResult,
  type SubmissionRows,
  type Submissions,
} from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import { AskOwner } from '../desk/ask-owner.ts';
import { onceKey } from '../desk/once-key.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('v1')
@UseGuards(SignedIn)
export class SubmissionsController {
  constructor(private readonly owner: AskOwner) {}

  @Get('conversations/:id/submissions')
  @Does('see-submissions')
  of(@Person() person: StaffV1, @Id() id: string): Promise<Submissions> {
    return this.owner.ask(person, 'router', { path: `/internal/conversations/${id}/submissions` });
  }

  @Post('conversations/:id/submissions')
  @Does('submit')
  submit(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(NewSubmission)) body: NewSubmission,
    @Headers('idempotency-key') key?: string,
  ): Promise<Submission> {
    const path = `/internal/conversations/${id}/submissions`;
    return this.owner.ask(person, 'router', { method: 'POST', path, body, idempotencyKey: onceKey(key) });
  }

  @Post('conversations/:id/end-unsatisfied')
  @HttpCode(200)
  @Does('end-unsatisfied')
  end(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(EndUnsatisfied)) body: EndUnsatisfied,
  ): Promise<Conversation> {
    return this.post(person, `conversations/${id}/end-unsatisfied`, body);
  }

  @Get('submissions')
  @Does('list-submissions')
  list(@Person() person: StaffV1, @Query('open') open?: string): Promise<SubmissionRows> {
    const query = open === undefined ? '' : `?open=${encodeURIComponent(open)}`;
    return this.owner.ask(person, 'router', { path: `/internal/submissions${query}` });
  }

  @Post('submissions/:id/result')
  @HttpCode(200)
  @Does('record-result')
  result(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(SubmissionResult)) body: SubmissionResult,
  ): Promise<Submission> {
    return this.post(person, `submissions/${id}/result`, body);
  }

  @Post('submissions/:id/delivery')
  @HttpCode(200)
  @Does('deliver-result')
  delivery(
    @Person() person: StaffV1,
    @Id() id: string,
    @Body(parse(NewDelivery)) body: NewDelivery,
  ): Promise<Submission> {
    return this.post(person, `submissions/${id}/delivery`, body);
  }

  @Post('submissions/:id/told')
  @HttpCode(200)
  @Does('tell-result')
  told(@Person() person: StaffV1, @Id() id: string, @Body(parse(ResultTold)) body: ResultTold): Promise<Submission> {
    return this.post(person, `submissions/${id}/told`, body);
  }

  @Post('submissions/:id/heard')
  @HttpCode(200)
  @Does('tell-result')
  heard(@Person() person: StaffV1, @Id() id: string, @Body(parse(ResultHeard)) body: ResultHeard): Promise<Submission> {
    return this.post(person, `submissions/${id}/heard`, body);
  }

  private post<T>(person: StaffV1, path: string, body: object): Promise<T> {
    return this.owner.ask(person, 'router', { method: 'POST', path: `/internal/${path}`, body });
  }
}
