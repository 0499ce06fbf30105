/** What agents keep of finished conversations, and how long they were out of routing for it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WrapUps implements MigrationInterface {
  name = 'wrap-ups-0000000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE wrap_up (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation,
        cycle integer NOT NULL,
        agent_id uuid NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz,
        back_at timestamptz,
        back_because text CHECK (back_because IN ('done', 'time', 'signed-out', 'came-online')),
        done_at timestamptz,
        summary text NOT NULL DEFAULT '',
        is_confirmed boolean NOT NULL DEFAULT false,
        result text CHECK (result IN ('solved', 'partly', 'not-solved', 'passed-on')),
        attitude text CHECK (attitude IN ('calm', 'disappointed', 'upset', 'angry', 'threatens')),
        words tsvector NOT NULL DEFAULT '',
        CONSTRAINT wrap_up_once UNIQUE (conversation_id, cycle)
      ) WITH (fillfactor = 80);
      CREATE INDEX wrap_up_running ON wrap_up (agent_id) WHERE due_at IS NOT NULL AND back_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE wrap_up');
  }
}
