/** What is asked and carried along when a conversation is handed on, and what supervisors ask not to be transferred. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Transfers implements MigrationInterface {
  name = 'transfers-0000000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE transfer (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation,
        state text NOT NULL,
        by uuid NOT NULL,
        from_agent uuid,
        from_queue text NOT NULL,
        leaves_group boolean NOT NULL,
        target jsonb NOT NULL,
        consent text NOT NULL,
        how text,
        why text,
        summary text,
        promised text,
        mood text,
        known jsonb NOT NULL DEFAULT '{}',
        tickets jsonb NOT NULL DEFAULT '[]',
        signs jsonb NOT NULL DEFAULT '[]',
        at timestamptz NOT NULL DEFAULT now(),
        until_at timestamptz,
        settled_at timestamptz,
        CONSTRAINT transfer_state_check
          CHECK (state IN ('asked', 'done', 'refused', 'silent', 'withdrawn', 'not-placed', 'over')),
        CONSTRAINT transfer_asked_check CHECK (state <> 'asked' OR until_at IS NOT NULL)
      ) WITH (fillfactor = 80);
      CREATE INDEX transfer_of ON transfer (conversation_id, at);
      CREATE UNIQUE INDEX transfer_asked ON transfer (conversation_id) WHERE state = 'asked';
      CREATE TABLE directive (
        id uuid PRIMARY KEY,
        queue text NOT NULL,
        topic text,
        label text,
        text jsonb NOT NULL,
        by uuid NOT NULL,
        from_at timestamptz NOT NULL,
        until_at timestamptz NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        ended_by uuid,
        ended_at timestamptz,
        CONSTRAINT directive_time_check CHECK (until_at > from_at)
      );
      CREATE INDEX directive_running ON directive (until_at) WHERE ended_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE transfer; DROP TABLE directive');
  }
}
