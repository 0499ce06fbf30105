/** What the engine hears, what it decided, who has what. One active assignment a conversation, by the database. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Dispatch implements MigrationInterface {
  name = 'dispatch-0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dispatch_input (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL,
        conversation_id uuid,
        agent_id uuid,
        routing_version bigint,
        body jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        step bigint UNIQUE,
        taken_at timestamptz,
        outcome jsonb
      );
      CREATE INDEX dispatch_input_open ON dispatch_input (id) WHERE step IS NULL;
      CREATE TABLE assignment (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        agent_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('offered', 'accepted', 'ended')),
        active boolean GENERATED ALWAYS AS (state <> 'ended') STORED,
        weight int NOT NULL,
        override boolean NOT NULL DEFAULT false,
        decision_id uuid,
        offered_at timestamptz NOT NULL,
        until timestamptz,
        accepted_at timestamptz,
        ended_at timestamptz,
        because jsonb
      ) WITH (fillfactor = 70);
      CREATE UNIQUE INDEX assignment_one_active ON assignment (conversation_id) WHERE active;
      CREATE INDEX assignment_agent ON assignment (agent_id) WHERE active;
      CREATE INDEX assignment_of ON assignment (conversation_id, offered_at);
      CREATE TABLE agent_load (
        agent_id uuid PRIMARY KEY,
        load int NOT NULL DEFAULT 0,
        capacity int NOT NULL,
        override int NOT NULL DEFAULT 0,
        CHECK (load BETWEEN 0 AND capacity + override)
      ) WITH (fillfactor = 50);
      CREATE TABLE agent_presence (
        agent_id uuid PRIMARY KEY,
        state text NOT NULL CHECK (state IN ('online', 'away', 'offline')),
        since timestamptz NOT NULL,
        because jsonb NOT NULL,
        seen_until timestamptz
      );
      CREATE TABLE decision (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        step bigint NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        policy_version int NOT NULL,
        kind text NOT NULL,
        agent_id uuid,
        working jsonb NOT NULL
      );
      CREATE INDEX decision_of ON decision (conversation_id, step);
      CREATE TABLE dispatcher (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        epoch bigint NOT NULL,
        owner text NOT NULL,
        last_step bigint NOT NULL
      );
      INSERT INTO dispatcher (epoch, owner, last_step) VALUES (0, '', 0);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Decisions would be lost: restore from a backup instead of migrating down.');
  }
}
