/** How far somebody walked a question tree in a conversation: the newest path of each tree. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TreeWalks implements MigrationInterface {
  name = 'tree-walks-0000000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tree_walk (
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        tree text NOT NULL,
        path jsonb NOT NULL,
        is_ended boolean NOT NULL,
        by uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (conversation_id, tree)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error(
      'What was answered in question trees would be lost: restore from a backup instead of migrating down.',
    );
  }
}
