/** Who works here: administrators add and change people; every other service hears of it by `setting.published`. */

import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Patch, Post, UseGuards } from '@nestjs/common';
import { type AgentId, ChangedStaff, NewStaff, newId, type SetUpLink, type StaffV1 } from '@trunkline/contracts';
import { CONFIG, Postgres, parse, refuse } from '@trunkline/platform';
import type { GatewayConfig } from '../config.ts';
import { publishSetting } from '../settings/publish-setting.ts';
import { hashPassword } from '../sign-in/hash-password.ts';
import { SessionsStore } from '../sign-in/sessions.store.ts';
import { Does, SignedIn } from '../sign-in/signed-in.ts';
import { newLink } from './set-up-links.store.ts';
import { StaffStore } from './staff.store.ts';

@Controller('v1/staff')
@UseGuards(SignedIn)
export class StaffController {
  constructor(
    private readonly postgres: Postgres,
    private readonly staff: StaffStore,
    private readonly sessions: SessionsStore,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  @Get()
  @Does('read-staff')
  async list() {
    return { items: (await this.staff.list()).map((row) => row.record), next: null };
  }

  @Post()
  @Does('change-staff')
  async add(@Body(parse(NewStaff)) body: NewStaff): Promise<StaffV1> {
    const { password, ...told } = body;
    const record: StaffV1 = { ...told, id: newId<AgentId>(), active: true };
    const hash = password === undefined ? null : await hashPassword(password);
    return this.postgres.transaction(async (tx) => {
      await this.staff.takeTurns(tx);
      const row = (await this.staff.insert(tx, record, hash)) ?? refuse('email-is-taken');
      await publishSetting(tx, { kind: 'staff', name: row.id, version: row.version, body: row.record });
      return row.record;
    });
  }

  @Patch(':id')
  @Does('change-staff')
  async change(
    @Param('id', ParseUUIDPipe) id: AgentId,
    @Body(parse(ChangedStaff)) body: ChangedStaff,
  ): Promise<StaffV1> {
    const { password, ...changes } = body;
    const hash = password === undefined ? null : await hashPassword(password);
    return this.postgres.transaction(async (tx) => {
      await this.staff.takeTurns(tx);
      const held = (await this.staff.hold(tx, id)) ?? refuse('not-found');
      const record = { ...held.record, ...changes };
      if (await this.staff.isTaken(tx, record)) refuse('email-is-taken');
      const row = await this.staff.save(tx, record, hash);
      if ((await this.staff.countAdministrators(tx)) === 0) refuse('last-administrator');
      await publishSetting(tx, { kind: 'staff', name: row.id, version: row.version, body: row.record });
      if (hash !== null || !record.active) await this.sessions.revokeAllOf(tx, id);
      return row.record;
    });
  }

  /** Their password stays what it is until the link is used. */
  @Post(':id/set-up-link')
  @Does('change-staff')
  async link(@Param('id', ParseUUIDPipe) id: AgentId): Promise<SetUpLink> {
    return this.postgres.transaction(async (tx) => {
      const held = await this.staff.hold(tx, id);
      if (!held?.record.active) refuse('not-found');
      const link = await newLink(tx, held.record);
      const { PUBLIC_URL } = this.config;
      return { ...link, url: PUBLIC_URL === '' ? null : new URL(link.path, PUBLIC_URL).href };
    });
  }
}
