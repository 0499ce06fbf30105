/** The policy's versions: read by all, published by administrators; a version once published never changes. */

import { Body, Controller, Get, Param, ParseIntPipe, Post, UseGuards } from '@nestjs/common';
import { NewPolicy, type PolicyV1, type StaffV1 } from '@trunkline/contracts';
import { Postgres, parse, refuse } from '@trunkline/platform';
import { lintPolicy } from '@trunkline/rules';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';
import { findVersion, insertVersion, listVersions } from './policies.store.ts';
import { publishSetting } from './publish-setting.ts';

@Controller('v1/policies')
@UseGuards(SignedIn)
export class PoliciesController {
  constructor(private readonly postgres: Postgres) {}

  @Get()
  @Does('read-policies')
  async list() {
    return { items: await listVersions(this.postgres), next: null };
  }

  @Get(':version')
  @Does('read-policies')
  async show(@Param('version', ParseIntPipe) version: number): Promise<PolicyV1> {
    const found = version > 0 && version < 2 ** 31 ? await findVersion(this.postgres, version) : null;
    return found ?? refuse('not-found');
  }

  @Post()
  @Does('publish-policy')
  async publish(@Person() person: StaffV1, @Body(parse(NewPolicy)) body: NewPolicy): Promise<PolicyV1> {
    const [wrong] = lintPolicy(body.policy);
    if (wrong) refuse('policy-does-not-hold', { detail: wrong });
    return this.postgres.transaction(async (tx) => {
      const published = await insertVersion(tx, body.policy, { note: body.note, person: person.id });
      await publishSetting(tx, { kind: 'policy', name: 'default', version: published.version, body: published });
      return published;
    });
  }
}
