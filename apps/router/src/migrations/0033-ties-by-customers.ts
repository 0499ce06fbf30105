/** A conversation may be tied to a ticket by the customer's own words: then nobody of the staff tied it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TiesByCustomers implements MigrationInterface {
  name = 'ties-by-customers-0000000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_conversation ALTER tied_by DROP NOT NULL');
  }

  async down(): Promise<void> {
    throw new Error('Who tied what would be lost: restore from a backup instead of migrating down.');
  }
}
