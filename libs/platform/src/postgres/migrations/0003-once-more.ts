/** After a wipe the relay sends once more, later: until then it remembers when the wipe was. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OnceMore implements MigrationInterface {
  name = 'once-more-0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE relay_log ADD COLUMN wiped_at timestamptz');
  }

  /** A reader that was busy during a wipe may miss what is still to be sent once more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE relay_log DROP COLUMN wiped_at');
  }
}
