/** Fired timers lie at the head of the index that every look begins with: they are taken away by number, not by share. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VacuumTimers implements MigrationInterface {
  name = 'vacuum-timers-0000000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE timer SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE timer RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold)');
  }
}
