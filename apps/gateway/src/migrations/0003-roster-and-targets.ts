/** The roster's days, the places that hear of escalations beside the console, and what each of them was told. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RosterAndTargets implements MigrationInterface {
  name = 'roster-and-targets-0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE roster_day (
        queue text NOT NULL,
        date date NOT NULL,
        version int NOT NULL,
        shifts jsonb NOT NULL,
        changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (queue, date)
      );
      CREATE INDEX roster_day_date ON roster_day (date);
      CREATE TABLE notify_target (
        code text PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('mail', 'slack', 'webhook', 'wecom', 'dingtalk', 'feishu')),
        shown text NOT NULL,
        sealed text,
        has_secret boolean NOT NULL,
        language text NOT NULL,
        active boolean NOT NULL,
        changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE notification (
        id uuid PRIMARY KEY,
        target text NOT NULL,
        escalation_id uuid,
        said jsonb NOT NULL,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed')),
        tries int NOT NULL DEFAULT 0,
        because jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        next_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX notification_once ON notification (escalation_id, target);
      CREATE INDEX notification_due ON notification (next_at) WHERE state = 'queued';
      CREATE INDEX notification_of_target ON notification (target, ended_at);
      CREATE INDEX notification_newest ON notification (created_at, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('The roster would be lost: restore from a backup instead of migrating down.');
  }
}
