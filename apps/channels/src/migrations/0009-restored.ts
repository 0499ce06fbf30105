/** What has to be said once after a restore: words of before may have gone out, and open chats may know higher numbers. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Restored implements MigrationInterface {
  name = 'restored-0000000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE restored (at timestamptz PRIMARY KEY DEFAULT now());
      ALTER TABLE outbound ADD written_at timestamptz NOT NULL DEFAULT now();
      -- An open chat asks for what comes after the last line that it has: new lines are numbered above any of those.
      CREATE FUNCTION after_restore() RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
        INSERT INTO restored DEFAULT VALUES;
        UPDATE chat_session SET last_sequence = last_sequence + 100000;
      $$;
      REVOKE EXECUTE ON FUNCTION after_restore() FROM PUBLIC;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION after_restore(); ALTER TABLE outbound DROP written_at; DROP TABLE restored');
  }
}
