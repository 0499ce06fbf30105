/** SMS: who asked not to be written to any more. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SmsOptOuts implements MigrationInterface {
  name = 'sms-opt-outs-0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sms_opt_out (
        account text NOT NULL,
        address text NOT NULL,
        is_out boolean NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (account, address)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Who said STOP would be written to again: restore from a backup instead of migrating down.');
  }
}
