/** What is on the ladder, whatever brought it there; whom each level reached, who saw it, and who must not hear of it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Matters implements MigrationInterface {
  name = 'matters-0000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE matter (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL,
        trigger text NOT NULL,
        what text NOT NULL,
        clock_id uuid,
        queue text NOT NULL,
        because jsonb NOT NULL,
        level integer NOT NULL,
        begun_at timestamptz NOT NULL,
        raised_at timestamptz NOT NULL DEFAULT now(),
        acknowledged_by uuid,
        acknowledged_at timestamptz,
        over_at timestamptz,
        over_because text,
        CONSTRAINT matter_once UNIQUE (conversation_id, trigger, what)
      ) WITH (fillfactor = 80);
      CREATE INDEX matter_open ON matter (conversation_id) WHERE over_at IS NULL;
      CREATE INDEX matter_clock ON matter (clock_id) WHERE over_at IS NULL AND clock_id IS NOT NULL;
      INSERT INTO matter (id, conversation_id, trigger, what, clock_id, queue, because, level, begun_at, raised_at,
                          acknowledged_by, acknowledged_at, over_at, over_because)
      SELECT DISTINCT ON (escalation.clock_id) clock_id, conversation_id, 'limit-missed', clock_id::text, clock_id, queue,
        jsonb_build_object('code', because, 'values', "values"), max(level) OVER each, min(raised_at) OVER each,
        min(raised_at) OVER each,
        first_value(acknowledged_by) OVER answered, min(acknowledged_at) OVER each, min(over_at) OVER each,
        CASE WHEN min(over_at) OVER each IS NOT NULL THEN 'answered' END
      FROM escalation
      WINDOW each AS (PARTITION BY clock_id),
             answered AS (PARTITION BY clock_id ORDER BY acknowledged_at NULLS LAST)
      ORDER BY escalation.clock_id, escalation.level;
      ALTER TABLE escalation
        ADD matter_id uuid,
        ADD trigger text NOT NULL DEFAULT 'limit-missed',
        ADD people jsonb NOT NULL DEFAULT '[]',
        ADD notify jsonb NOT NULL DEFAULT '[]',
        ADD working jsonb NOT NULL DEFAULT '[]',
        ALTER role DROP NOT NULL,
        ALTER clock_id DROP NOT NULL,
        DROP CONSTRAINT escalation_once;
      UPDATE escalation SET matter_id = clock_id;
      ALTER TABLE escalation
        ALTER matter_id SET NOT NULL,
        ALTER trigger DROP DEFAULT,
        ADD CONSTRAINT escalation_once UNIQUE (matter_id, level);
      CREATE TABLE escalation_seen (
        escalation_id uuid NOT NULL,
        agent_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (escalation_id, agent_id)
      );
      CREATE TABLE accused (
        ticket_id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL,
        version integer NOT NULL,
        people jsonb NOT NULL
      );
      CREATE INDEX accused_of ON accused (conversation_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Matters that no clock brought about would be lost: restore a dump instead.');
  }
}
