/** What belongs together with a ticket, and a ticket that is always somebody's. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TicketTies implements MigrationInterface {
  name = 'ticket-ties-0000000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE ticket SET owner_id = opened_by WHERE owner_id IS NULL AND department IS NULL;
      ALTER TABLE ticket
        ADD merged_into uuid REFERENCES ticket (id),
        ADD split_from uuid REFERENCES ticket (id),
        ADD CONSTRAINT ticket_whose_check CHECK (owner_id IS NOT NULL OR department IS NOT NULL),
        ADD CONSTRAINT ticket_where_check CHECK (state <> 'with-department' OR department IS NOT NULL),
        ADD CONSTRAINT ticket_merged_check CHECK (merged_into IS NULL OR state = 'closed');
      CREATE INDEX ticket_merged ON ticket (merged_into) WHERE merged_into IS NOT NULL;
      CREATE INDEX ticket_split ON ticket (split_from) WHERE split_from IS NOT NULL;
      CREATE TABLE ticket_conversation (
        ticket_id uuid NOT NULL REFERENCES ticket (id),
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        tied_by uuid NOT NULL,
        tied_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (ticket_id, conversation_id)
      );
      CREATE INDEX ticket_conversation_of ON ticket_conversation (conversation_id);
      CREATE TABLE ticket_link (
        one_id uuid NOT NULL REFERENCES ticket (id),
        other_id uuid NOT NULL REFERENCES ticket (id),
        linked_by uuid NOT NULL,
        linked_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (one_id, other_id),
        CONSTRAINT ticket_link_once CHECK (one_id < other_id)
      );
      CREATE INDEX ticket_link_other ON ticket_link (other_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('What belongs together would be lost: restore from a backup instead of migrating down.');
  }
}
