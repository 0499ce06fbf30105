/** Who works here, how they sign in, and every version of the policy. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Staff implements MigrationInterface {
  name = 'staff-0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        password_hash text,
        version int NOT NULL,
        record jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX staff_email ON staff (lower(email));
      CREATE TABLE session (
        token_hash bytea PRIMARY KEY,
        staff_id uuid NOT NULL REFERENCES staff (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX session_staff ON session (staff_id) WHERE revoked_at IS NULL;
      CREATE TABLE set_up_link (
        token_hash bytea PRIMARY KEY,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE TABLE policy_version (
        version int PRIMARY KEY,
        body jsonb NOT NULL,
        note text NOT NULL,
        published_by uuid,
        published_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Staff would be lost: restore from a backup instead of migrating down.');
  }
}
