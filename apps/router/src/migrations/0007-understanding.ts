/** What the desk understands with: versions of the classifier, labels that people put right, and who judged what. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Understanding implements MigrationInterface {
  name = 'understanding-0000000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE conversation ADD COLUMN classifier_version integer, ADD COLUMN label_by uuid`);
    await runner.query(`CREATE TABLE classifier (
      version integer GENERATED ALWAYS AS IDENTITY,
      basis text NOT NULL,
      taxonomy text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      because text NOT NULL,
      by uuid,
      policy_version integer NOT NULL,
      texts integer NOT NULL,
      labels integer NOT NULL,
      corrections integer NOT NULL,
      accuracy real NOT NULL,
      calibration_error real NOT NULL,
      fit_ms integer NOT NULL,
      sha256 text NOT NULL,
      model bytea NOT NULL,
      CONSTRAINT classifier_pkey PRIMARY KEY (version),
      CONSTRAINT classifier_basis_key UNIQUE (basis)
    )`);
    await runner.query('CREATE INDEX classifier_of ON classifier (taxonomy, version)');
    await runner.query(`CREATE TABLE correction (
      id uuid NOT NULL,
      conversation_id uuid NOT NULL,
      text text NOT NULL,
      language text NOT NULL,
      from_label text,
      to_label text,
      by uuid NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      state text NOT NULL DEFAULT 'proposed',
      decided_by uuid,
      decided_at timestamptz,
      CONSTRAINT correction_pkey PRIMARY KEY (id),
      CONSTRAINT correction_state_check CHECK (state IN ('proposed', 'approved', 'rejected')),
      CONSTRAINT correction_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation (id)
    )`);
    await runner.query(
      `CREATE UNIQUE INDEX correction_one_proposed ON correction (conversation_id) WHERE state = 'proposed'`,
    );
    await runner.query(`CREATE INDEX correction_newest ON correction (state, at, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE correction, classifier');
    await runner.query('ALTER TABLE conversation DROP COLUMN classifier_version, DROP COLUMN label_by');
  }
}
