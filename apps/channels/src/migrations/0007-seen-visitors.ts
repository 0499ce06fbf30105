/** When a chat's tab was last open on some replica: one that was killed says nothing of whom it held. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SeenVisitors implements MigrationInterface {
  name = 'seen-visitors-0000000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE chat_session ADD here_at timestamptz;
      CREATE INDEX chat_session_here ON chat_session (here_at) WHERE gone_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE chat_session DROP here_at');
  }
}
