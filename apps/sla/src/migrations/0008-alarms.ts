/** What the router wants to be woken for; the instants themselves are timers. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Alarms implements MigrationInterface {
  name = 'alarms-0000000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE alarm (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        conversation_id uuid NOT NULL,
        queue text NOT NULL,
        kind text NOT NULL,
        about_id uuid NOT NULL,
        due_at timestamptz,
        escalates boolean NOT NULL,
        is_off boolean NOT NULL DEFAULT false
      ) WITH (fillfactor = 80);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alarm');
  }
}
