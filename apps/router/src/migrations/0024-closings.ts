/** How a conversation was brought to its end: what was asked, and what the customer thought of it, once a resolution. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Closings implements MigrationInterface {
  name = 'closings-0000000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE closing (
        conversation_id uuid NOT NULL REFERENCES conversation,
        cycle integer NOT NULL,
        asked_at timestamptz,
        asked_by uuid,
        wants_more boolean,
        answered_at timestamptz,
        survey text CHECK (survey IN ('offered', 'agreed', 'declined', 'answered')),
        survey_at timestamptz,
        score integer CHECK (score BETWEEN 1 AND 5),
        comment text,
        PRIMARY KEY (conversation_id, cycle)
      ) WITH (fillfactor = 80);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE closing');
  }
}
