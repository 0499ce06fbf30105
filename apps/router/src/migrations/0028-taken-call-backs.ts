/** Call-backs are taken by one at a time, and each change of one has its version. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TakenCallBacks implements MigrationInterface {
  name = 'taken-call-backs-0000000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE call_back ADD taken_by uuid, ADD version int NOT NULL DEFAULT 1,
        ADD CONSTRAINT call_back_taken_check CHECK (taken_by IS NULL OR done_at IS NULL);
      CREATE INDEX call_back_of ON call_back (conversation_id) WHERE done_at IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Who has which call-back would be lost: restore from a backup instead of migrating down.');
  }
}
