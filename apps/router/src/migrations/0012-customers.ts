/** Who the customers are: profiles, evidence and links over addresses, one-time codes; where a message was first. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Customers implements MigrationInterface {
  name = 'customers-0000000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE customer ADD COLUMN fields jsonb NOT NULL DEFAULT '{}';
      ALTER TABLE customer ADD COLUMN note text NOT NULL DEFAULT '';
      ALTER TABLE customer ADD COLUMN consent jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE customer ADD COLUMN external_id text;
      ALTER TABLE customer ADD COLUMN version int NOT NULL DEFAULT 1;
      ALTER TABLE address ADD COLUMN home_customer_id uuid REFERENCES customer (id);
      ALTER TABLE address ADD COLUMN link_id uuid;
      ALTER TABLE address ADD COLUMN verified_by text CONSTRAINT address_verified_by_check CHECK (verified_by IN ('code', 'host-site'));
      ALTER TABLE address ADD COLUMN verified_at timestamptz;
      ALTER TABLE address ADD COLUMN standing text NOT NULL DEFAULT 'plain'
        CONSTRAINT address_standing_check CHECK (standing IN ('plain', 'proven', 'forged'));
      CREATE INDEX address_value ON address (address);
      UPDATE address SET verified_by = 'host-site', verified_at = created_at WHERE is_verified;
      CREATE TABLE address_claim (
        address_id uuid NOT NULL REFERENCES address (id),
        kind text NOT NULL,
        value text NOT NULL,
        by text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (address_id, kind, value, by)
      );
      CREATE INDEX address_claim_value ON address_claim (value, kind);
      CREATE TABLE customer_link (
        id uuid PRIMARY KEY,
        address_id uuid NOT NULL REFERENCES address (id),
        into_address_id uuid NOT NULL REFERENCES address (id),
        state text NOT NULL CHECK (state IN ('proposed', 'joined', 'refused', 'undone')),
        score real NOT NULL,
        evidence jsonb NOT NULL DEFAULT '[]',
        proposed_at timestamptz NOT NULL DEFAULT now(),
        decided_by uuid,
        decided_at timestamptz,
        note text NOT NULL DEFAULT ''
      );
      CREATE UNIQUE INDEX customer_link_pair ON customer_link (least(address_id, into_address_id), greatest(address_id, into_address_id));
      CREATE INDEX customer_link_address ON customer_link (address_id);
      CREATE INDEX customer_link_into ON customer_link (into_address_id);
      CREATE TABLE customer_change (
        id uuid PRIMARY KEY,
        customer_id uuid NOT NULL REFERENCES customer (id),
        at timestamptz NOT NULL DEFAULT now(),
        by uuid,
        what text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX customer_change_of ON customer_change (customer_id, at);
      CREATE TABLE verification (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        customer_id uuid NOT NULL REFERENCES customer (id),
        address_id uuid NOT NULL REFERENCES address (id),
        message_id uuid NOT NULL,
        code_hash text NOT NULL,
        state text NOT NULL CHECK (state IN ('sent', 'verified', 'locked', 'replaced')),
        tries int NOT NULL DEFAULT 0,
        sent_by uuid NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        settled_at timestamptz
      );
      CREATE INDEX verification_of ON verification (conversation_id, sent_at);
      CREATE INDEX verification_customer ON verification (customer_id, sent_at);
      CREATE INDEX verification_by ON verification (sent_by, sent_at);
      CREATE INDEX verification_message ON verification (message_id);
      ALTER TABLE conversation ADD COLUMN verified_until timestamptz;
      ALTER TABLE conversation ADD COLUMN verified_by text CONSTRAINT conversation_verified_by_check
        CHECK (verified_by IN ('code', 'host-site', 'supervisor'));
      ALTER TABLE conversation ADD COLUMN verified_at timestamptz;
      ALTER TABLE conversation ADD COLUMN form jsonb NOT NULL DEFAULT '{}';
      ALTER TABLE conversation ADD COLUMN merged_into uuid REFERENCES conversation (id);
      ALTER TABLE message ADD COLUMN checks jsonb;
      ALTER TABLE message ADD COLUMN first_conversation_id uuid;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Links of customers would be lost: restore from a backup instead of migrating down.');
  }
}
