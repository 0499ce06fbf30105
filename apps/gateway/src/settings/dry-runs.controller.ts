/** Dry runs: what a recorded span would have been under another policy; and the log of routing itself. */

import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import { type DryRun, DryRunAsked, RoutingLogAsked, type StaffV1 } from '@trunkline/contracts';
import { AskService, LiveSettings, Postgres, parse, refuse } from '@trunkline/platform';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';
import { findDryRun } from './dry-runs.store.ts';
import { demandPolicy } from './judge-policy.ts';
import { RunDryRuns } from './run-dry-runs.ts';

@Controller('v1')
@UseGuards(SignedIn)
export class DryRunsController {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    private readonly services: AskService,
    private readonly runs: RunDryRuns,
  ) {}

  @Post('policies/dry-run')
  @HttpCode(202)
  @Does('try-policy')
  async begin(@Person() person: StaffV1, @Body(parse(DryRunAsked)) asked: DryRunAsked): Promise<DryRun> {
    const [from, to] = [new Date(asked.from).toISOString(), new Date(asked.to).toISOString()];
    if (from >= to) refuse('bad-request', { detail: 'from is not before to' });
    // the people of that span are in its record
    const policy = demandPolicy(asked.policy, { inForce: this.settings.policy });
    const id = randomUUID();
    await this.runs.start({ id, person, policy, from, to });
    return this.show(id);
  }

  @Get('policies/dry-runs/:id')
  @Does('try-policy')
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<DryRun> {
    return (await findDryRun(this.postgres, id)) ?? refuse('not-found');
  }

  /** Passed through as it comes. */
  @Get('routing-log')
  @Header('content-type', 'application/json')
  @Does('read-routing-log')
  async log(@Person() person: StaffV1, @Query(parse(RoutingLogAsked)) asked: RoutingLogAsked): Promise<StreamableFile> {
    const query = new URLSearchParams(
      Object.entries(asked).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const path = `/internal/routing-log?${query}`;
    const answer = await this.services.askRaw('router', { path, as: person.id, timeoutMs: 30_000 });
    return new StreamableFile(Readable.fromWeb(answer.body as never), { type: 'application/json' });
  }
}
