/** The router's door for follow-ups. */
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, UseGuards } from '@nestjs/common';
import { type FollowUpId, FollowUpResult } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse, refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { GiveOrder } from '../desk/give-order.ts';
import { FollowUpQuery, listFollowUps } from './list-follow-ups.ts';
import { recordFollowUp } from './record-follow-up.ts';

@Controller('internal/follow-ups')
@UseGuards(KnowCaller)
export class FollowUpsController {
  constructor(private readonly desk: GiveOrder) {}

  @Get()
  list(@Caller() caller: InternalCaller, @Query(parse(FollowUpQuery)) query: FollowUpQuery) {
    const person = this.desk.person(caller.sub);
    const verdict = may({ person, does: 'list-follow-ups' });
    return verdict.ok ? listFollowUps(this.desk.postgres, person, query) : refuse(verdict.because);
  }

  @Post(':id/result')
  @HttpCode(200)
  record(
    @Caller() caller: InternalCaller,
    @Param('id', ParseUUIDPipe) followUpId: FollowUpId,
    @Body(parse(FollowUpResult)) said: FollowUpResult,
  ) {
    return recordFollowUp(this.desk, { by: caller.sub, followUpId, said });
  }
}
