/** When the customer of a conversation was asked for a field of a form: each is asked once. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskedForms implements MigrationInterface {
  name = 'asked-forms-0000000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE conversation ADD form_asked jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('What customers were asked would be lost: restore from a backup instead of migrating down.');
  }
}
