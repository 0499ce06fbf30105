/** What the engine remembers between steps, so that a rebuilt one goes on as an unbroken run would. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EngineMemory implements MigrationInterface {
  name = 'engine-memory-0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE remembered_conversation (
        conversation_id uuid PRIMARY KEY REFERENCES conversation (id),
        body jsonb NOT NULL
      ) WITH (fillfactor = 50);
      CREATE TABLE remembered_agent (
        agent_id uuid PRIMARY KEY,
        body jsonb NOT NULL
      ) WITH (fillfactor = 50);
      ALTER TABLE dispatcher ADD COLUMN last_at text NOT NULL DEFAULT '';
      CREATE INDEX assignment_ringing ON assignment (until) WHERE state = 'offered';
      CREATE INDEX dispatch_input_policy ON dispatch_input (step DESC) WHERE kind = 'policy' AND step IS NOT NULL;
      CREATE INDEX event_taken ON event (at) WHERE what = 'assigned';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX event_taken, dispatch_input_policy, assignment_ringing;
      ALTER TABLE dispatcher DROP COLUMN last_at;
      DROP TABLE remembered_agent, remembered_conversation;
    `);
  }
}
