/** The policy's versions: read by all, published by administrators; a version once published never changes. */

import { Body, Controller, Get, Headers, HttpCode, Param, ParseIntPipe, Post, Res, UseGuards } from '@nestjs/common';
import {
  CompareAsked,
  LintAsked,
  NewPolicy,
  type PolicyChanges,
  type PolicyProblems,
  type PolicyV1,
  readPolicy,
  type StaffV1,
} from '@trunkline/contracts';
import { LiveSettings, Postgres, parse, Refusal, refuse } from '@trunkline/platform';
import { comparePolicies } from '@trunkline/rules';
import type { Response } from 'express';
import { listTargets } from '../notify/targets.store.ts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';
import { StaffStore } from '../staff/staff.store.ts';
import { demandPolicy, judgePolicy } from './judge-policy.ts';
import { findVersion, insertVersion, listVersions } from './policies.store.ts';
import { publishSetting } from './publish-setting.ts';
import { versionOfTag } from './version-of-tag.ts';

@Controller('v1/policies')
@UseGuards(SignedIn)
export class PoliciesController {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    private readonly staff: StaffStore,
  ) {}

  @Get()
  @Does('read-policies')
  async list() {
    return { items: await listVersions(this.postgres), next: null };
  }

  @Get(':version')
  @Does('read-policies')
  async show(
    @Param('version', ParseIntPipe) version: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PolicyV1> {
    const known = version > 0 && version < 2 ** 31 ? await findVersion(this.postgres, version) : null;
    const found = known ?? refuse('not-found');
    response.setHeader('etag', `"${version}"`);
    return found;
  }

  @Post()
  @Does('publish-policy')
  async publish(
    @Person() person: StaffV1,
    @Body(parse(NewPolicy)) { policy, note, baseVersion }: NewPolicy,
    @Headers('if-match') tag?: string,
  ): Promise<PolicyV1> {
    const base = baseVersion ?? versionOfTag(tag);
    const held = demandPolicy(policy, await this.around());
    return this.postgres.transaction(async (tx) => {
      const published = await insertVersion(tx, held, { note, person: person.id, base });
      await publishSetting(tx, { kind: 'policy', name: 'default', version: published.version, body: published });
      return published;
    });
  }

  @Post('lint')
  @HttpCode(200)
  @Does('publish-policy')
  async lint(@Body(parse(LintAsked)) { policy }: LintAsked): Promise<PolicyProblems> {
    return { problems: judgePolicy(policy, await this.around()).problems };
  }

  @Post('compare')
  @HttpCode(200)
  @Does('read-policies')
  async compare(@Body(parse(CompareAsked)) { from, to }: CompareAsked): Promise<PolicyChanges> {
    const [before, after] = await Promise.all([this.side(from, 'from'), this.side(to, 'to')]);
    return { changes: comparePolicies(before, after) };
  }

  /** A version that is older than a field has that field's default. */
  private async side(asked: CompareAsked['from'], name: string): Promise<PolicyV1> {
    const found = typeof asked === 'number' ? await findVersion(this.postgres, asked) : asked;
    const read = readPolicy(found ?? refuse('not-found'));
    if (read.ok) return read.policy;
    const issues = read.problems.map(({ path, en, because }) => ({ path: `${name}.${path}`, message: en, because }));
    throw new Refusal('policy-does-not-hold', { values: { detail: issues[0]!.message }, issues });
  }

  private async around() {
    const [people, targets] = await Promise.all([this.staff.list(), listTargets(this.postgres)]);
    const staff = people.map((row) => row.record);
    return { staff, targets: targets.map(({ code }) => code), inForce: this.settings.policy };
  }
}
