/** Conversations as followed, their clocks, the timers that wait, escalations, and who is there. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Clocks implements MigrationInterface {
  name = 'clocks-0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE followed_conversation (
        conversation_id uuid PRIMARY KEY,
        queue text NOT NULL,
        agent_id uuid,
        followed jsonb NOT NULL
      ) WITH (fillfactor = 80);
      CREATE TABLE clock (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL,
        policy text NOT NULL,
        cycle integer NOT NULL,
        standard text NOT NULL,
        queue text NOT NULL,
        calendar text NOT NULL,
        policy_version integer NOT NULL,
        limit_seconds double precision NOT NULL,
        working jsonb NOT NULL,
        started_at timestamptz NOT NULL,
        warn_at timestamptz,
        due_at timestamptz NOT NULL,
        warned_at timestamptz,
        missed_at timestamptz,
        met_at timestamptz,
        met_because text,
        CONSTRAINT clock_cycle UNIQUE (conversation_id, policy, cycle)
      ) WITH (fillfactor = 80);
      CREATE UNIQUE INDEX clock_running ON clock (conversation_id) WHERE met_at IS NULL;
      CREATE TABLE timer (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        conversation_id uuid NOT NULL,
        clock_id uuid NOT NULL,
        policy text NOT NULL,
        level text NOT NULL,
        cycle integer NOT NULL,
        due_at timestamptz NOT NULL,
        fired_at timestamptz,
        cancelled_at timestamptz,
        late boolean NOT NULL DEFAULT false,
        CONSTRAINT timer_once UNIQUE (conversation_id, policy, level, cycle)
      ) WITH (fillfactor = 80);
      CREATE INDEX timer_open ON timer (due_at) WHERE fired_at IS NULL AND cancelled_at IS NULL;
      CREATE INDEX timer_clock ON timer (clock_id) WHERE fired_at IS NULL AND cancelled_at IS NULL;
      CREATE TABLE escalation (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL,
        clock_id uuid NOT NULL,
        level integer NOT NULL,
        role text NOT NULL,
        queue text NOT NULL,
        because text NOT NULL,
        "values" jsonb NOT NULL DEFAULT '{}',
        raised_at timestamptz NOT NULL DEFAULT now(),
        acknowledge_by timestamptz NOT NULL,
        acknowledged_by uuid,
        acknowledged_at timestamptz,
        over_at timestamptz,
        CONSTRAINT escalation_once UNIQUE (clock_id, level)
      );
      CREATE INDEX escalation_raised ON escalation (raised_at);
      CREATE TABLE presence (
        agent_id uuid PRIMARY KEY,
        state text NOT NULL,
        since timestamptz NOT NULL
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Clocks that ran cannot be taken back: restore a dump instead.');
  }
}
