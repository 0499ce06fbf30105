/** What is submitted to departments and comes back, and what the members of an incident are told. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Submissions implements MigrationInterface {
  name = 'submissions-0000000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE submission (
        id uuid PRIMARY KEY,
        ticket_id uuid NOT NULL REFERENCES ticket (id),
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        department text NOT NULL,
        turn int NOT NULL,
        attitude text NOT NULL
          CONSTRAINT submission_attitude_check CHECK (attitude IN ('calm', 'disappointed', 'upset', 'angry', 'threatens')),
        note text NOT NULL DEFAULT '',
        point text NOT NULL DEFAULT '',
        submitted_by uuid NOT NULL,
        submitted_at timestamptz NOT NULL DEFAULT now(),
        result text,
        result_by uuid,
        result_at timestamptz,
        delivery text CONSTRAINT submission_delivery_check CHECK (delivery IN ('call-back', 'held')),
        delivery_by uuid,
        call_back_id uuid,
        told_at timestamptz,
        told_by uuid,
        told_in uuid REFERENCES conversation (id),
        satisfied boolean,
        complaint text
      );
      CREATE UNIQUE INDEX submission_one_open ON submission (ticket_id) WHERE result_at IS NULL;
      CREATE INDEX submission_of ON submission (conversation_id);
      CREATE INDEX submission_of_ticket ON submission (ticket_id, submitted_at);
      CREATE INDEX submission_untold ON submission (submitted_at) WHERE told_at IS NULL;
      ALTER TABLE call_back ALTER call_id DROP NOT NULL;
      ALTER TABLE incident_member ADD added_by uuid, ADD removed_at timestamptz, ADD removed_by uuid;
      CREATE TABLE incident_message (
        id uuid PRIMARY KEY,
        incident_id uuid NOT NULL REFERENCES incident (id),
        text jsonb NOT NULL,
        person_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX incident_message_of ON incident_message (incident_id, at);
      CREATE TABLE incident_message_to (
        incident_message_id uuid NOT NULL REFERENCES incident_message (id),
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        state text NOT NULL DEFAULT 'waits'
          CONSTRAINT incident_message_to_state_check CHECK (state IN ('waits', 'written', 'left-out')),
        because jsonb,
        message_id uuid,
        PRIMARY KEY (incident_message_id, conversation_id)
      );
      CREATE INDEX incident_message_to_waits ON incident_message_to (incident_message_id, conversation_id) WHERE state = 'waits';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Submissions would be lost: restore from a backup instead of migrating down.');
  }
}
