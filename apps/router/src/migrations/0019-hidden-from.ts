/** Whom a conversation is hidden from: they are whom a complaint of it is about. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HiddenFrom implements MigrationInterface {
  name = 'hidden-from-0000000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE conversation ADD hidden_from uuid[] NOT NULL DEFAULT '{}';
      UPDATE conversation c SET hidden_from = h.people
        FROM (SELECT t.conversation_id, array_agg(DISTINCT person) AS people
                FROM ticket t, unnest(t.hidden_from) AS person GROUP BY t.conversation_id) h
       WHERE h.conversation_id = c.id;
    `);
  }

  async down(): Promise<void> {
    throw new Error(
      'Whom conversations are hidden from would be lost: restore from a backup instead of migrating down.',
    );
  }
}
