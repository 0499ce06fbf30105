/** What was finished lately is found by when: rows come in nearly that order, so a coarse index is enough. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FinishedLately implements MigrationInterface {
  name = 'finished-lately-0000000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX event_taken'); // the pace is read from assignments now
    await runner.query('CREATE INDEX assignment_finished ON assignment USING brin (ended_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX assignment_finished');
    await runner.query(`CREATE INDEX event_taken ON event (at) WHERE what = 'assigned'`);
  }
}
