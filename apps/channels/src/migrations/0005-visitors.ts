/** Web chat: what may be pressed below a line, what a form asked, and who walks on a page before and while they chat. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Visitors implements MigrationInterface {
  name = 'visitors-0000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE chat_line ADD COLUMN choices jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE chat_session ADD COLUMN form jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN got_sequence int NOT NULL DEFAULT 0;
      CREATE TABLE visitor (
        account text NOT NULL,
        address text NOT NULL,
        visits int NOT NULL DEFAULT 1,
        referrer text,
        search_term text,
        region text,
        language text,
        device text,
        here_until timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (account, address)
      );
      CREATE INDEX visitor_last_seen ON visitor (last_seen_at);
      CREATE TABLE visitor_step (
        id uuid PRIMARY KEY,
        account text NOT NULL,
        address text NOT NULL,
        at timestamptz NOT NULL,
        kind text NOT NULL CHECK (kind IN ('page', 'event')),
        url text NOT NULL,
        title text NOT NULL,
        name text,
        step_values jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT visitor_step_once UNIQUE (account, address, at, kind, url)
      );
      CREATE INDEX visitor_step_at ON visitor_step (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE visitor_step;
      DROP TABLE visitor;
      ALTER TABLE chat_session DROP COLUMN form, DROP COLUMN got_sequence;
      ALTER TABLE chat_line DROP COLUMN choices;
    `);
  }
}
