/** Snapshots that a replay begins with; what a batch writes costs less: text kept as it was made, no key checked twice. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RoutingLog implements MigrationInterface {
  name = 'routing-log-0000000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dispatch_snapshot (
        step bigint PRIMARY KEY,
        at text NOT NULL,
        policy_version int NOT NULL,
        taken_at timestamptz NOT NULL DEFAULT now(),
        body bytea NOT NULL
      );
      -- written by the dispatcher alone, which holds the conversation's row: Postgres need not look for it once more
      ALTER TABLE assignment DROP CONSTRAINT assignment_conversation_id_fkey;
      ALTER TABLE decision DROP CONSTRAINT decision_conversation_id_fkey;
      ALTER TABLE remembered_conversation DROP CONSTRAINT remembered_conversation_conversation_id_fkey;
      ALTER TABLE event DROP CONSTRAINT event_conversation_id_fkey;
      -- never searched inside, and read back to the byte
      ALTER TABLE decision ALTER COLUMN working TYPE json;
      ALTER TABLE remembered_conversation ALTER COLUMN body TYPE json;
      ALTER TABLE remembered_agent ALTER COLUMN body TYPE json;
      CREATE INDEX decision_step ON decision (step);
      ALTER TABLE dispatch_input SET (fillfactor = 70);
      ALTER TABLE agent_presence SET (fillfactor = 70);
      ALTER TABLE dispatcher SET (fillfactor = 20);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX decision_step;
      ALTER TABLE remembered_agent ALTER COLUMN body TYPE jsonb;
      ALTER TABLE remembered_conversation ALTER COLUMN body TYPE jsonb;
      ALTER TABLE decision ALTER COLUMN working TYPE jsonb;
      ALTER TABLE event ADD FOREIGN KEY (conversation_id) REFERENCES conversation (id);
      ALTER TABLE remembered_conversation ADD FOREIGN KEY (conversation_id) REFERENCES conversation (id);
      ALTER TABLE decision ADD FOREIGN KEY (conversation_id) REFERENCES conversation (id);
      ALTER TABLE assignment ADD FOREIGN KEY (conversation_id) REFERENCES conversation (id);
      DROP TABLE dispatch_snapshot;
    `);
  }
}
