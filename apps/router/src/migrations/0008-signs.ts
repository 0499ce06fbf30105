/** What makes a matter sensitive: signs, how contacts ended, what belongs together, what many report at once. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Signs implements MigrationInterface {
  name = 'signs-0000000000008';

  async up(runner: QueryRunner): Promise<void> {
    // keys to a conversation are checked at the commit: intake writes signs of one that it opens in the same transaction
    await runner.query(`
      ALTER TABLE customer ADD COLUMN tags jsonb NOT NULL DEFAULT '[]';
      CREATE TABLE incident (
        id uuid PRIMARY KEY,
        version int NOT NULL DEFAULT 1,
        label text NOT NULL,
        queues text[] NOT NULL,
        window_minutes int NOT NULL,
        counts int[] NOT NULL,
        usual double precision NOT NULL,
        member_count int NOT NULL DEFAULT 0,
        opened_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz,
        closed_by uuid,
        because jsonb
      );
      CREATE UNIQUE INDEX incident_one_open ON incident (label) WHERE closed_at IS NULL;
      CREATE INDEX incident_newest ON incident (opened_at);
      CREATE TABLE conversation_sign (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation (id) DEFERRABLE INITIALLY DEFERRED,
        kind text NOT NULL,
        basis text NOT NULL CONSTRAINT conversation_sign_basis_check CHECK (basis IN ('words', 'count', 'person')),
        person_id uuid,
        words jsonb NOT NULL DEFAULT '[]',
        because jsonb,
        note text,
        incident_id uuid REFERENCES incident (id),
        at timestamptz NOT NULL DEFAULT now(),
        seen_by uuid,
        seen_at timestamptz,
        removed_by uuid,
        removed_at timestamptz,
        removed_because text
      );
      CREATE UNIQUE INDEX conversation_sign_found ON conversation_sign (conversation_id, kind) WHERE basis = 'words';
      CREATE UNIQUE INDEX conversation_sign_marked ON conversation_sign (conversation_id, kind)
        WHERE basis = 'person' AND removed_at IS NULL;
      CREATE UNIQUE INDEX conversation_sign_of_incident ON conversation_sign (conversation_id, incident_id)
        WHERE incident_id IS NOT NULL;
      CREATE INDEX conversation_sign_of ON conversation_sign (conversation_id, at);
      CREATE INDEX conversation_sign_newest ON conversation_sign (at) WHERE removed_at IS NULL AND incident_id IS NULL;
      CREATE TABLE incident_member (
        incident_id uuid NOT NULL REFERENCES incident (id),
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (incident_id, conversation_id)
      );
      CREATE TABLE outcome (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation (id) DEFERRABLE INITIALLY DEFERRED,
        resolution int NOT NULL,
        satisfied boolean NOT NULL,
        because text NOT NULL,
        reason text,
        score int,
        person_id uuid,
        flagged boolean NOT NULL DEFAULT false,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX outcome_of ON outcome (conversation_id, at);
      CREATE TABLE matter_tie (
        one uuid NOT NULL REFERENCES conversation (id),
        other uuid NOT NULL REFERENCES conversation (id),
        tied boolean NOT NULL,
        person_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (one, other),
        CONSTRAINT matter_tie_order_check CHECK (one < other)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Signs would be lost: restore from a backup instead of migrating down.');
  }
}
