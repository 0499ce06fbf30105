/** Mailboxes that were told that a mail has come: one row each, so that nobody is told twice a day. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Acknowledgements implements MigrationInterface {
  name = 'acknowledgements-0000000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE acknowledgement (
        mailbox text PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX acknowledgement_at ON acknowledgement (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE acknowledgement');
  }
}
