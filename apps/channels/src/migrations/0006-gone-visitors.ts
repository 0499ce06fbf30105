/** When the last tab of a chat was closed; null while one is open, or nobody knows. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GoneVisitors implements MigrationInterface {
  name = 'gone-visitors-0000000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE chat_session ADD gone_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE chat_session DROP gone_at');
  }
}
