/** What is worked on beyond one answer: tickets and complaints, follow-ups, delay notices, and the clocks that lists show. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Tickets implements MigrationInterface {
  name = 'tickets-0000000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket (
        id uuid PRIMARY KEY,
        number bigint GENERATED ALWAYS AS IDENTITY (START WITH 1001) UNIQUE,
        version int NOT NULL DEFAULT 1,
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        kind text NOT NULL,
        severity text NOT NULL,
        state text NOT NULL DEFAULT 'open'
          CHECK (state IN ('open', 'with-customer', 'with-department', 'solved', 'closed')),
        subject text NOT NULL,
        owner_id uuid,
        department text,
        complaint jsonb,
        accused_number text,
        hidden_from uuid[] NOT NULL DEFAULT '{}',
        opened_by uuid NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT now(),
        answered_at timestamptz,
        answer_id uuid,
        solved_at timestamptz,
        closed_at timestamptz,
        CONSTRAINT ticket_owner_check CHECK (owner_id IS NULL OR NOT owner_id = ANY (hidden_from))
      );
      CREATE INDEX ticket_of ON ticket (conversation_id, opened_at);
      CREATE INDEX ticket_newest ON ticket (opened_at, id);
      CREATE INDEX ticket_unanswered ON ticket (conversation_id, owner_id)
        WHERE answered_at IS NULL AND state NOT IN ('solved', 'closed');
      CREATE INDEX ticket_resting ON ticket (conversation_id) WHERE state = 'with-customer';
      CREATE INDEX ticket_answer ON ticket (answer_id) WHERE answer_id IS NOT NULL;
      CREATE TABLE follow_up (
        id uuid PRIMARY KEY,
        clock_id uuid NOT NULL UNIQUE,
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        reason text NOT NULL,
        due_at timestamptz NOT NULL,
        planned_at timestamptz NOT NULL DEFAULT now(),
        done_by uuid,
        done_at timestamptz,
        result text CHECK (result IN ('satisfied', 'unsatisfied', 'not-reached')),
        note text NOT NULL DEFAULT ''
      );
      CREATE INDEX follow_up_open ON follow_up (due_at, id) WHERE done_at IS NULL;
      CREATE INDEX follow_up_newest ON follow_up (due_at, id);
      CREATE TABLE delay_notice (
        clock_id uuid NOT NULL,
        nth int NOT NULL,
        conversation_id uuid NOT NULL,
        new_time timestamptz,
        message_id uuid,
        withheld text,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (clock_id, nth)
      );
      CREATE INDEX delay_notice_of ON delay_notice (conversation_id, at);
      CREATE TABLE conversation_clock (
        clock_id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL,
        policy text NOT NULL,
        ticket_id uuid,
        started_at timestamptz,
        due_at timestamptz NOT NULL,
        due_said text NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'paused', 'met')),
        state_said text NOT NULL,
        heard_at timestamptz NOT NULL DEFAULT now()
      ) WITH (fillfactor = 70);
      CREATE INDEX conversation_clock_of ON conversation_clock (conversation_id);
      CREATE INDEX conversation_clock_over ON conversation_clock (heard_at) WHERE state = 'met';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Tickets would be lost: restore from a backup instead of migrating down.');
  }
}
