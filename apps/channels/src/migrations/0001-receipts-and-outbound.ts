/** What customers sent, the files of it, what goes out to them, and how far each mailbox was read. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReceiptsAndOutbound implements MigrationInterface {
  name = 'receipts-and-outbound-0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inbound_receipt (
        id uuid PRIMARY KEY,
        channel text NOT NULL,
        channel_account text NOT NULL,
        provider_key text NOT NULL,
        content_key text,
        address text,
        state text NOT NULL CHECK (state IN ('accepted', 'routed', 'parked', 'erased')),
        because text,
        detail text,
        sha256 bytea NOT NULL,
        raw bytea,
        whole bytea,
        received_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT inbound_receipt_once UNIQUE (channel_account, provider_key)
      );
      CREATE INDEX inbound_receipt_content ON inbound_receipt (channel_account, content_key) WHERE content_key IS NOT NULL;
      CREATE INDEX inbound_receipt_address ON inbound_receipt (channel, address) WHERE address IS NOT NULL;
      CREATE TABLE attachment (
        sha256 bytea PRIMARY KEY,
        bytes bytea NOT NULL,
        type text NOT NULL,
        stored_at timestamptz NOT NULL DEFAULT now()
      );
      ALTER TABLE attachment ALTER COLUMN bytes SET STORAGE EXTERNAL;
      ALTER TABLE inbound_receipt ALTER COLUMN raw SET STORAGE EXTERNAL;
      CREATE TABLE outbound (
        id uuid PRIMARY KEY,
        position bigint GENERATED ALWAYS AS IDENTITY,
        conversation_id uuid NOT NULL,
        channel text NOT NULL,
        channel_account text NOT NULL,
        word jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown')),
        attempt int NOT NULL,
        tries int NOT NULL DEFAULT 0,
        fence bigint NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL DEFAULT now(),
        lease_until timestamptz,
        provider_id text,
        because text,
        detail text,
        queued_at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz,
        CONSTRAINT outbound_provider_id UNIQUE (channel_account, provider_id)
      ) WITH (fillfactor = 80);
      CREATE INDEX outbound_to_send ON outbound (next_try_at) WHERE state = 'queued';
      CREATE INDEX outbound_lease ON outbound (lease_until) WHERE state = 'sending';
      CREATE INDEX outbound_in_hand ON outbound (conversation_id, position) WHERE state IN ('queued', 'sending');
      CREATE TABLE mailbox_cursor (
        account text PRIMARY KEY,
        uid_validity bigint NOT NULL,
        uid bigint NOT NULL,
        read_again_until bigint NOT NULL,
        moved_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('What customers sent would be lost: restore from a backup instead of migrating down.');
  }
}
