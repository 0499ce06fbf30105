/** Set-up links of people, by which they set their own password. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OwnSetUpLinks implements MigrationInterface {
  name = 'own-set-up-links-0000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE set_up_link ADD COLUMN staff_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DELETE FROM set_up_link WHERE staff_id IS NOT NULL; ALTER TABLE set_up_link DROP COLUMN staff_id',
    );
  }
}
