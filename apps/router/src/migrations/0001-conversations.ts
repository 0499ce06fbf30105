/** Customers, their addresses, conversations and messages. The keys are the design: see promises of one open thread. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Conversations implements MigrationInterface {
  name = 'conversations-0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE customer (
        id uuid PRIMARY KEY,
        name text,
        is_vip boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE address (
        id uuid PRIMARY KEY,
        customer_id uuid NOT NULL REFERENCES customer (id),
        channel text NOT NULL,
        address text NOT NULL,
        name text,
        email text,
        is_verified boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (channel, address)
      );
      CREATE INDEX address_customer ON address (customer_id);
      CREATE TABLE conversation (
        id uuid PRIMARY KEY,
        address_id uuid NOT NULL REFERENCES address (id),
        thread_key text NOT NULL,
        is_open boolean GENERATED ALWAYS AS (state <> 'closed') STORED,
        state text NOT NULL CHECK (state IN ('bot', 'waiting', 'offered', 'assigned', 'with-customer', 'solved', 'closed')),
        version bigint NOT NULL DEFAULT 1,
        routing_version bigint NOT NULL DEFAULT 0,
        channel text NOT NULL,
        standard text NOT NULL,
        account text NOT NULL,
        live boolean NOT NULL,
        queue text NOT NULL,
        subject text,
        language text NOT NULL,
        label text,
        topic text,
        confidence real NOT NULL DEFAULT 0,
        evidence jsonb NOT NULL DEFAULT '[]',
        policy_version int NOT NULL,
        urgency text NOT NULL,
        automatic text,
        is_suspect boolean NOT NULL DEFAULT false,
        order_key_parts jsonb NOT NULL,
        order_key double precision NOT NULL,
        agent_id uuid,
        assignment_id uuid,
        offered_until timestamptz,
        waiting_because jsonb,
        preferred_agent_id uuid,
        continues uuid REFERENCES conversation (id),
        arrived_at timestamptz NOT NULL,
        last_words text NOT NULL,
        last_from text NOT NULL,
        last_at timestamptz NOT NULL,
        last_customer_at timestamptz,
        first_reply_at timestamptz,
        last_reply_at timestamptz,
        solved_at timestamptz,
        closed_at timestamptz,
        unread int NOT NULL DEFAULT 0,
        next_due_at timestamptz
      ) WITH (fillfactor = 70);
      CREATE UNIQUE INDEX conversation_one_open ON conversation (address_id, thread_key) WHERE is_open;
      CREATE INDEX conversation_waiting ON conversation (queue, order_key) WHERE state IN ('waiting', 'offered');
      CREATE INDEX conversation_agent ON conversation (agent_id, last_at DESC) WHERE is_open AND agent_id IS NOT NULL;
      CREATE INDEX conversation_queue ON conversation (queue, last_at DESC) WHERE is_open;
      CREATE INDEX conversation_address ON conversation (address_id, last_at DESC);
      CREATE INDEX conversation_recent ON conversation (last_at DESC, id);
      CREATE INDEX conversation_late ON conversation (next_due_at) WHERE next_due_at IS NOT NULL;
      CREATE TABLE message (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        spoken_by text NOT NULL CHECK (spoken_by IN ('customer', 'agent', 'bot', 'desk')),
        kind text NOT NULL CHECK (kind IN ('message', 'reply', 'note', 'notice')),
        author_id uuid,
        receipt_id uuid UNIQUE,
        text text NOT NULL,
        subject text,
        has_more boolean NOT NULL DEFAULT false,
        attachments jsonb NOT NULL DEFAULT '[]',
        automatic text,
        reference text,
        shown_at timestamptz NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        words tsvector NOT NULL DEFAULT '',
        delivery_state text,
        delivery_at timestamptz,
        delivery_because jsonb,
        delivery_detail text,
        attempt int NOT NULL DEFAULT 0
      ) WITH (fillfactor = 80);
      CREATE INDEX message_of ON message (conversation_id, shown_at, id);
      CREATE INDEX message_reference ON message (reference) WHERE reference IS NOT NULL;
      CREATE INDEX message_words ON message USING gin (words);
      CREATE INDEX message_attachments ON message USING gin (attachments jsonb_path_ops) WHERE attachments <> '[]';
      CREATE TABLE event (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL REFERENCES conversation (id),
        at timestamptz NOT NULL DEFAULT now(),
        what text NOT NULL,
        agent_id uuid,
        because jsonb,
        decision_id uuid
      );
      CREATE INDEX event_of ON event (conversation_id, at, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Conversations would be lost: restore from a backup instead of migrating down.');
  }
}
