/** What agents ask the supervisor on duty, and what they were told to do. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Consults implements MigrationInterface {
  name = 'consults-0000000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consult (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation,
        kind text NOT NULL,
        wanted text NOT NULL,
        because jsonb,
        asked_by uuid,
        asked_at timestamptz NOT NULL DEFAULT now(),
        seen_by uuid,
        seen_at timestamptz,
        answered_by uuid,
        answered_at timestamptz,
        instruction text,
        promise_until timestamptz,
        call_back_at timestamptz,
        over_at timestamptz,
        CONSTRAINT consult_answer_check CHECK ((answered_at IS NULL) = (instruction IS NULL))
      ) WITH (fillfactor = 80);
      CREATE INDEX consult_of ON consult (conversation_id, asked_at);
      CREATE UNIQUE INDEX consult_once ON consult (conversation_id, kind) WHERE answered_at IS NULL AND over_at IS NULL;
      CREATE INDEX consult_newest ON consult (asked_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE consult');
  }
}
