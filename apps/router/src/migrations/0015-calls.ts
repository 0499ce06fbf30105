/** Telephone calls as their reports tell of them, and the call-backs that came of those nobody took. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Calls implements MigrationInterface {
  name = 'calls-0000000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE call (
        id uuid PRIMARY KEY,
        channel text NOT NULL,
        account text NOT NULL,
        call text NOT NULL,
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        state text NOT NULL CONSTRAINT call_state_check CHECK (state IN ('ringing', 'answered', 'ended', 'missed', 'dropped')),
        direction text NOT NULL CONSTRAINT call_direction_check CHECK (direction IN ('in', 'out')),
        address text NOT NULL,
        dialled text NOT NULL,
        stand jsonb NOT NULL,
        agent_id uuid,
        is_by_hand boolean NOT NULL DEFAULT false,
        heard_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT call_once UNIQUE (channel, call)
      );
      CREATE INDEX call_of ON call (conversation_id);
      CREATE INDEX call_going_on ON call (heard_at) WHERE state IN ('ringing', 'answered');
      CREATE TABLE call_back (
        id uuid PRIMARY KEY,
        call_id uuid NOT NULL REFERENCES call (id),
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        queue text NOT NULL,
        reason text NOT NULL,
        channel text NOT NULL,
        address text NOT NULL,
        planned_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz NOT NULL,
        order_key double precision NOT NULL,
        attempts jsonb NOT NULL DEFAULT '[]',
        result text CONSTRAINT call_back_result_check CHECK (result IN ('reached', 'not-reached', 'not-needed')),
        done_at timestamptz,
        CONSTRAINT call_back_once UNIQUE (call_id)
      );
      CREATE INDEX call_back_open ON call_back (order_key, id) WHERE done_at IS NULL;
      CREATE INDEX call_back_newest ON call_back (planned_at, id);
      CREATE INDEX call_back_address ON call_back (channel, address) WHERE done_at IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Calls and call-backs would be lost: restore from a backup instead of migrating down.');
  }
}
