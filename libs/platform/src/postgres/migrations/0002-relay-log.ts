/** What the relay remembers of the log it writes to: which one it is, and where each shard last landed. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RelayLog implements MigrationInterface {
  name = 'relay-log-0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE relay_log (
      one boolean NOT NULL DEFAULT true,
      log text NOT NULL,
      cluster_id text NOT NULL,
      wipes integer NOT NULL DEFAULT 0,
      sound_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT relay_log_pkey PRIMARY KEY (one),
      CONSTRAINT relay_log_one CHECK (one)
    )`);
    await runner.query(`CREATE TABLE relay_landing (
      shard smallint NOT NULL,
      topic text NOT NULL,
      partition integer NOT NULL,
      "offset" bigint NOT NULL,
      CONSTRAINT relay_landing_pkey PRIMARY KEY (shard, topic, partition)
    )`);
  }

  /** Nothing is lost: the relay notes both anew. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE relay_log, relay_landing');
  }
}
