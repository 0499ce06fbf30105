/** Who stays with what was escalated until it is closed. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Followers implements MigrationInterface {
  name = 'followers-0000000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE conversation ADD follower_id uuid;
      CREATE INDEX conversation_follower ON conversation (follower_id) WHERE follower_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE conversation DROP follower_id');
  }
}
