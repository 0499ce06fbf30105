/** By which answer of the router a timer fired: whether a stop had committed by then can be told afterwards. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskedAt implements MigrationInterface {
  name = 'asked-at-0000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE timer ADD asked_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE timer DROP asked_at');
  }
}
