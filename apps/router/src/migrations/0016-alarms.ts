/** What sla is asked to wake us for: one row for each kind and thing. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Alarms implements MigrationInterface {
  name = 'alarms-0000000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE alarm (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        about_id uuid NOT NULL,
        conversation_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        due_at timestamptz,
        rang_at timestamptz,
        CONSTRAINT alarm_once UNIQUE (kind, about_id),
        CONSTRAINT alarm_kind_check
          CHECK (kind IN ('broken-off', 'consent', 'live-end', 'wrap-up', 'call-back', 'department'))
      ) WITH (fillfactor = 80);
      CREATE INDEX alarm_of ON alarm (conversation_id) WHERE due_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alarm');
  }
}
