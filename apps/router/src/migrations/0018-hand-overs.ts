/** Tickets that departments were handed: each time with its note, its limit and its answer. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HandOvers implements MigrationInterface {
  name = 'hand-overs-0000000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE hand_over (
        id uuid PRIMARY KEY,
        ticket_id uuid NOT NULL REFERENCES ticket (id),
        turn int NOT NULL,
        department text NOT NULL,
        department_name jsonb,
        note text NOT NULL,
        handed_by uuid NOT NULL,
        handed_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz,
        is_mailed boolean NOT NULL DEFAULT false,
        answer text,
        attachments jsonb NOT NULL DEFAULT '[]',
        answered_by uuid,
        answered_from text,
        answered_at timestamptz,
        receipt_id uuid,
        CONSTRAINT hand_over_turn UNIQUE (ticket_id, turn),
        CONSTRAINT hand_over_receipt UNIQUE (receipt_id),
        CONSTRAINT hand_over_answer_check CHECK ((answer IS NULL) = (answered_at IS NULL))
      );
      CREATE INDEX hand_over_department ON hand_over (department, handed_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('What departments were handed would be lost: restore from a backup instead of migrating down.');
  }
}
