/** Files that staff put up to send: whose they are, so that nobody sends another's by its hash. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PutUpFiles implements MigrationInterface {
  name = 'put-up-files-0000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE put_up_file (
        sha256 bytea NOT NULL,
        by_person text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (sha256, by_person)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE put_up_file');
  }
}
