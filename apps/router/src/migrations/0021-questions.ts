/** What stands open for the customer to answer: one question a conversation, the newest. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Questions implements MigrationInterface {
  name = 'questions-0000000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE question (
        conversation_id uuid PRIMARY KEY REFERENCES conversation,
        kind text NOT NULL CHECK (kind IN ('consent', 'anything-else', 'survey-offer', 'survey', 'solved')),
        about_id uuid NOT NULL,
        message_id uuid,
        asked_at timestamptz NOT NULL DEFAULT now()
      ) WITH (fillfactor = 80);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE question');
  }
}
