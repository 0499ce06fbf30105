/** Complaints while they are worked on: the steps taken, what came of an earlier one, the promise that was released. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = (more: string) =>
  `kind IN ('broken-off', 'consent', 'live-end', 'wrap-up', 'call-back', 'department'${more})`;

export class Complaints implements MigrationInterface {
  name = 'complaints-0000000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE complaint (
        ticket_id uuid PRIMARY KEY REFERENCES ticket (id),
        contact_due_at timestamptz,
        earlier_id uuid REFERENCES ticket (id),
        earlier_told_at timestamptz,
        earlier_satisfied boolean,
        promised_until timestamptz,
        promised_at timestamptz,
        promised_by uuid,
        promise_text text,
        CONSTRAINT complaint_promise_check CHECK ((promised_until IS NULL) = (promised_at IS NULL))
      );
      CREATE TABLE complaint_step (
        ticket_id uuid NOT NULL REFERENCES ticket (id),
        nth int NOT NULL,
        body jsonb NOT NULL,
        taken_by uuid,
        taken_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT complaint_step_pkey PRIMARY KEY (ticket_id, nth)
      );
      INSERT INTO complaint (ticket_id) SELECT id FROM ticket WHERE kind IN ('complaint-employee', 'complaint-event');
      INSERT INTO complaint_step (ticket_id, nth, body, taken_at)
        SELECT t.id, step.nth, jsonb_build_object('step', step.name, 'text', ''), t.opened_at
          FROM ticket t, (VALUES (1, 'receive'), (2, 'record')) AS step (nth, name)
         WHERE t.kind IN ('complaint-employee', 'complaint-event');
      ALTER TABLE alarm DROP CONSTRAINT alarm_kind_check;
      ALTER TABLE alarm ADD CONSTRAINT alarm_kind_check CHECK (${kinds(", 'complaint-contact'")});
    `);
  }

  async down(): Promise<void> {
    throw new Error('The steps of complaints would be lost: restore from a backup instead of migrating down.');
  }
}
