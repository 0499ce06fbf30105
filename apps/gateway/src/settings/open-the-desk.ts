/** First start: publishes the default policy as version 1 and lets the first administrator in. */

import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type AgentId, newId, StaffV1 } from '@trunkline/contracts';
import { CONFIG, Log, Postgres, refuse, type Tx } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import type { GatewayConfig } from '../config.ts';
import { hashPassword } from '../sign-in/hash-password.ts';
import { hashToken, newToken } from '../sign-in/sessions.store.ts';
import { StaffStore } from '../staff/staff.store.ts';
import { insertVersion } from './policies.store.ts';
import { publishSetting } from './publish-setting.ts';

@Injectable()
export class OpenTheDesk implements OnApplicationBootstrap {
  constructor(
    private readonly postgres: Postgres,
    private readonly staff: StaffStore,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const hash = this.config.ADMIN_PASSWORD === '' ? null : await hashPassword(this.config.ADMIN_PASSWORD);
    const link = await this.postgres.transaction(async (tx) => {
      await takeTurns(tx);
      await publishFirstPolicy(tx);
      if ((await this.staff.count(tx)) > 0) return null;
      if (this.config.ADMIN_EMAIL !== '' && hash !== null) {
        await this.addAdministrator(tx, { email: this.config.ADMIN_EMAIL, hash, name: 'Administrator' });
        return null;
      }
      return newSetUpLink(tx);
    });
    if (link !== null)
      this.log.warn('nobody works here yet: open the set-up link within 24 hours', { path: `/set-up?token=${link}` });
  }

  /** Takes a set-up link once. */
  async setUp(asked: { token: string; email: string; name: string; password: string }): Promise<StaffV1> {
    return this.postgres.transaction(async (tx) => {
      // in turn: two links (of two replicas) must not make two first administrators
      await takeTurns(tx);
      const used = await tx.query(
        'UPDATE set_up_link SET used_at = now() WHERE token_hash = $1 AND staff_id IS NULL AND used_at IS NULL AND expires_at > now() RETURNING 1',
        [hashToken(asked.token)],
      );
      if (used.length === 0 || (await this.staff.count(tx)) > 0) refuse('wrong-token');
      // hashed only for the right link: whoever guesses must not keep the processor busy
      const hash = await hashPassword(asked.password);
      return this.addAdministrator(tx, { email: asked.email, hash, name: asked.name });
    });
  }

  private async addAdministrator(tx: Tx, who: { email: string; hash: string; name: string }): Promise<StaffV1> {
    const record = StaffV1.parse({
      id: newId<AgentId>(),
      email: who.email,
      name: who.name,
      number: '0001',
      role: 'administrator',
      language: 'en',
      groups: [],
      skills: {},
      capacity: 0,
      standards: [],
      active: true,
    });
    const row = (await this.staff.insert(tx, record, who.hash)) ?? refuse('email-is-taken');
    await publishSetting(tx, { kind: 'staff', name: row.id, version: row.version, body: row.record });
    return row.record;
  }
}

async function takeTurns(tx: Tx): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('open-the-desk'))");
}

async function publishFirstPolicy(tx: Tx): Promise<void> {
  const [known] = await tx.query('SELECT 1 FROM policy_version LIMIT 1');
  if (known) return;
  const first = await insertVersion(tx, defaultPolicy, { note: 'The default policy.', person: null });
  await publishSetting(tx, { kind: 'policy', name: 'default', version: first.version, body: first });
}

async function newSetUpLink(tx: Tx): Promise<string> {
  const token = newToken();
  await tx.query("INSERT INTO set_up_link (token_hash, expires_at) VALUES ($1, now() + interval '24 hours')", [
    hashToken(token),
  ]);
  return token;
}
