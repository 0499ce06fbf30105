/** Messages of the desk to itself: a channel sends one, the router answers and ends it. */
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { ChannelName, NewTest, type StaffV1, TestAnswer, type TestAnswered, type TestSent } from '@trunkline/contracts';
import { AskService, parse, refuse } from '@trunkline/platform';
import { AskOwner } from '../desk/ask-owner.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

/** A provider is talked to meanwhile. */
const sendsMs = 20_000;

@Controller('v1/selftest')
@UseGuards(SignedIn)
export class SelftestController {
  constructor(
    private readonly services: AskService,
    private readonly owner: AskOwner,
  ) {}

  /** Not repeated: a test that was sent twice would be found twice. */
  @Post('channels/:name')
  @HttpCode(200)
  @Does('run-selftest')
  send(@Person() person: StaffV1, @Param('name') name: string, @Body(parse(NewTest)) body: NewTest): Promise<TestSent> {
    if (!ChannelName.safeParse(name).success) refuse('not-found');
    const path = `/internal/channels/${name}/tests`;
    return this.services.ask('channels', { method: 'POST', path, body, as: person.id, timeoutMs: sendsMs });
  }

  @Post('conversations/:id/answer')
  @HttpCode(201)
  @Does('run-selftest')
  answer(
    @Person() person: StaffV1,
    @Param('id', ParseUUIDPipe) id: string,
    @Body(parse(TestAnswer)) body: TestAnswer,
  ): Promise<TestAnswered> {
    return this.services.ask('router', {
      method: 'POST',
      path: `/internal/selftests/${id}/answer`,
      body,
      as: person.id,
    });
  }

  @Post('conversations/:id/finish')
  @HttpCode(204)
  @Does('run-selftest')
  async finish(@Person() person: StaffV1, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.owner.ask(person, 'router', { method: 'POST', path: `/internal/selftests/${id}/finish`, body: {} });
  }
}
