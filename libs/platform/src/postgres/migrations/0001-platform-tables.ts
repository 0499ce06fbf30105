/** The tables every service has in its own schema: outbox, facts heard, parked items, leases, settings, kept answers. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const outbox = `
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id uuid NOT NULL,
  topic text NOT NULL,
  key text NOT NULL,
  shard smallint NOT NULL,
  type text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  body text NOT NULL,
  headers jsonb NOT NULL DEFAULT '{}',
  published_at timestamptz,
  cluster_id text,
  partition integer,
  "offset" bigint,
  CONSTRAINT outbox_event_id UNIQUE (event_id)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
CREATE INDEX outbox_unsent ON outbox (shard, id) WHERE published_at IS NULL;
CREATE INDEX outbox_landed ON outbox (topic, partition, "offset") WHERE published_at IS NOT NULL;

CREATE TABLE relay_mark (
  topic text NOT NULL,
  partition integer NOT NULL,
  cluster_id text NOT NULL,
  mark_offset bigint NOT NULL,
  noted_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT relay_mark_pkey PRIMARY KEY (topic, partition, cluster_id)
);`;

const factsIn = `
CREATE TABLE processed_event (
  consumer text NOT NULL,
  event_day date NOT NULL,
  event_id uuid NOT NULL,
  outcome text NOT NULL DEFAULT 'done',
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT processed_event_pkey PRIMARY KEY (consumer, event_day, event_id),
  CONSTRAINT processed_event_outcome CHECK (outcome IN ('done', 'parked', 'retry'))
) PARTITION BY RANGE (event_day);
CREATE TABLE processed_event_default PARTITION OF processed_event DEFAULT;

CREATE TABLE parked (
  id uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY,
  consumer text NOT NULL,
  event_id uuid NOT NULL,
  topic text,
  partition integer,
  "offset" bigint,
  key text,
  raw bytea NOT NULL,
  headers jsonb NOT NULL DEFAULT '{}',
  because text NOT NULL,
  detail text NOT NULL DEFAULT '',
  tries integer NOT NULL DEFAULT 1,
  parked_at timestamptz NOT NULL DEFAULT now(),
  taken_in_at timestamptz,
  CONSTRAINT parked_once UNIQUE (consumer, event_id)
);
CREATE INDEX parked_open ON parked (parked_at) WHERE taken_in_at IS NULL;`;

const state = `
CREATE TABLE lease (
  name text NOT NULL PRIMARY KEY,
  owner text NOT NULL,
  epoch bigint NOT NULL,
  until timestamptz NOT NULL
);

CREATE TABLE setting (
  kind text NOT NULL,
  name text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT setting_pkey PRIMARY KEY (kind, name)
);
CREATE INDEX setting_changed ON setting (changed_at);

CREATE TABLE idempotency (
  person text NOT NULL,
  key text NOT NULL,
  answer jsonb,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_pkey PRIMARY KEY (person, key)
);
CREATE INDEX idempotency_age ON idempotency (at);`;

/** A service has no DDL, so it asks the owner: days ahead are made, days older than `keep` dropped, also in the default. */
const dayPartitions = `
CREATE FUNCTION keep_day_partitions(keep integer, ahead integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  today date := (now() AT TIME ZONE 'UTC')::date;
  day date;
  old record;
BEGIN
  IF keep < 8 OR ahead NOT BETWEEN 0 AND 31 THEN
    RAISE EXCEPTION 'keep at least 8 days (Kafka keeps 7) and make at most 31 ahead';
  END IF;
  PERFORM set_config('lock_timeout', '1s', true);
  FOR day IN SELECT today + n FROM generate_series(0, ahead) AS n LOOP
    IF to_regclass('processed_event_' || to_char(day, 'YYYYMMDD')) IS NULL
      AND NOT EXISTS (SELECT FROM processed_event_default WHERE event_day = day) THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF processed_event FOR VALUES FROM (%L) TO (%L)',
        'processed_event_' || to_char(day, 'YYYYMMDD'), day, day + 1);
    END IF;
  END LOOP;
  FOR old IN
    SELECT child.relname FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
    WHERE inhparent = 'processed_event'::regclass AND child.relname ~ '^processed_event_[0-9]{8}$'
      AND to_date(right(child.relname, 8), 'YYYYMMDD') < today - keep
  LOOP
    EXECUTE format('DROP TABLE %I', old.relname);
  END LOOP;
  DELETE FROM processed_event_default WHERE event_day < today - keep;
END $$;`;

/** The function's search path must be fixed to its own schema, and only this schema's service may call it. */
const rightsOnFunction = `
DO $$ BEGIN
  EXECUTE format('ALTER FUNCTION keep_day_partitions(integer, integer) SET search_path = %I, pg_temp', current_schema());
  REVOKE ALL ON FUNCTION keep_day_partitions(integer, integer) FROM PUBLIC;
  EXECUTE format('GRANT EXECUTE ON FUNCTION keep_day_partitions(integer, integer) TO %I', 'trunkline_' || current_schema());
END $$;`;

export class PlatformTables implements MigrationInterface {
  name = 'platform-tables-0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [outbox, factsIn, state, dayPartitions, rightsOnFunction]) await runner.query(sql);
    await runner.query('SELECT keep_day_partitions(14, 3)');
  }

  down(): Promise<void> {
    throw new Error('platform-tables cannot be undone: facts that were not yet sent would be lost');
  }
}
