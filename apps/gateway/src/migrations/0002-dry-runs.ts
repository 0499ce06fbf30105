/** Dry runs of a policy: how far each is, and what came of it; any replica answers for them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DryRuns implements MigrationInterface {
  name = 'dry-runs-0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dry_run (
        id uuid PRIMARY KEY,
        asked_by uuid NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT now(),
        from_at timestamptz NOT NULL,
        to_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'refused')),
        inputs int NOT NULL DEFAULT 0,
        reached_at timestamptz,
        beat_at timestamptz NOT NULL DEFAULT now(),
        because jsonb,
        report jsonb
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dry_run');
  }
}
