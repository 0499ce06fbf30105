/** What a clock needs when policy or calendar change while it runs: the calendars it was counted by, what was used until then. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CarriedClocks implements MigrationInterface {
  name = 'carried-clocks-0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE clock ADD carried jsonb;
      CREATE TABLE calendars_of (policy_version integer PRIMARY KEY, calendars jsonb NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE clock DROP carried; DROP TABLE calendars_of;');
  }
}
