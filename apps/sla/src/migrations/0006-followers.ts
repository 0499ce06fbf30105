/** Who was said to stay with a matter: where it is another now, that is said. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Followers implements MigrationInterface {
  name = 'followers-0000000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE matter ADD follower_id uuid;
      CREATE INDEX matter_follower ON matter (follower_id) WHERE follower_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE matter DROP follower_id');
  }
}
