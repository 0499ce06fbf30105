/** Clocks of every kind: what they are about, which limit won, how they rest; timers of whatever has steps. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ManyClocks implements MigrationInterface {
  name = 'many-clocks-0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE clock ADD about uuid;
      UPDATE clock SET about = conversation_id;
      ALTER TABLE clock
        ALTER about SET NOT NULL,
        ADD limit_code text NOT NULL DEFAULT '',
        ADD working_days integer,
        ADD begun_at timestamptz,
        ADD pauses jsonb NOT NULL DEFAULT '[]',
        ADD paused_at timestamptz,
        ADD took_seconds double precision,
        ADD forecast_at timestamptz,
        ADD told_at timestamptz,
        ADD new_time timestamptz;
      UPDATE clock SET begun_at = started_at, limit_code = 'standard-' || standard;
      ALTER TABLE clock ALTER begun_at SET NOT NULL;
      DROP INDEX clock_running;
      CREATE UNIQUE INDEX clock_running ON clock (conversation_id, policy, about) WHERE met_at IS NULL;
      CREATE INDEX clock_urgent ON clock (due_at, id)
        WHERE met_at IS NULL AND (warned_at IS NOT NULL OR missed_at IS NOT NULL);
      CREATE INDEX clock_ended ON clock (policy, queue, standard, met_at) WHERE met_at IS NOT NULL;
      CREATE INDEX clock_by_version ON clock (policy_version) WHERE met_at IS NULL;
      CREATE TABLE clock_move (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        clock_id uuid NOT NULL,
        conversation_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        from_due timestamptz NOT NULL,
        to_due timestamptz NOT NULL,
        from_limit text NOT NULL,
        to_limit text NOT NULL,
        from_version integer NOT NULL,
        to_version integer NOT NULL,
        because text NOT NULL
      );
      CREATE INDEX clock_move_of ON clock_move (conversation_id);
      ALTER TABLE timer RENAME clock_id TO about;
      ALTER TABLE timer RENAME level TO step;
      ALTER TABLE timer DROP CONSTRAINT timer_once, DROP policy, DROP cycle;
      DROP INDEX timer_clock;
      UPDATE timer SET step = 'look' WHERE step = 'warn';
      ALTER TABLE timer ADD CONSTRAINT timer_once UNIQUE (about, step);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Clocks of other kinds would be lost: restore a dump instead.');
  }
}
