/** With which version the customer's last words came: an agent whose screen is older than that reads on first. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CustomerVersion implements MigrationInterface {
  name = 'customer-version-0000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE conversation ADD COLUMN customer_version bigint NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE conversation DROP COLUMN customer_version');
  }
}
