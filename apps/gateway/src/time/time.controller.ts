/** What is late or soon late, what a limit would give, and what limits came to. */
import { Body, Controller, Get, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import {
  type DeadlinePage,
  LimitProbe,
  type LimitsReport,
  type ProbedLimits,
  type StaffV1,
} from '@trunkline/contracts';
import { LiveSettings, parse } from '@trunkline/platform';
import { probeLimits } from '@trunkline/rules';
import type { Request } from 'express';
import { AskOwner } from '../desk/ask-owner.ts';
import { demandPolicy } from '../settings/judge-policy.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';

@Controller('v1')
@UseGuards(SignedIn)
export class TimeController {
  constructor(
    private readonly owner: AskOwner,
    private readonly settings: LiveSettings,
  ) {}

  @Get('deadlines')
  @Does('list-deadlines')
  deadlines(@Person() person: StaffV1, @Req() request: Request): Promise<DeadlinePage> {
    return this.owner.ask(person, 'sla', { path: `/internal/deadlines${queryOf(request)}` });
  }

  @Get('reports/limits')
  @Does('read-reports')
  report(@Person() person: StaffV1, @Req() request: Request): Promise<LimitsReport> {
    return this.owner.ask(person, 'sla', { path: `/internal/reports/limits${queryOf(request)}` });
  }

  /** Nothing is written; a draft that does not hold is refused as publishing it would be. */
  @Post('limits/probe')
  @HttpCode(200)
  @Does('probe-limits')
  probe(@Body(parse(LimitProbe)) { policy: draft, ...probe }: LimitProbe): ProbedLimits {
    const inForce = this.settings.policy;
    return probeLimits(draft === undefined ? inForce : demandPolicy(draft, { inForce }), probe);
  }
}

const queryOf = (request: Request): string => new URL(request.originalUrl, 'http://desk').search;
