/** The rows that a message leaves behind on its way through the house, without anything that decides. */

export const tables = `
CREATE TABLE receipt (id uuid PRIMARY KEY, key text UNIQUE, raw bytea NOT NULL, whole bytea NOT NULL, at timestamptz DEFAULT now());
CREATE TABLE session (id text PRIMARY KEY, last_sequence int NOT NULL DEFAULT 0) WITH (fillfactor = 80);
CREATE TABLE line (session text, sequence int, text text NOT NULL, at timestamptz DEFAULT now(), PRIMARY KEY (session, sequence));
CREATE TABLE conversation (id text PRIMARY KEY, state text NOT NULL, version int NOT NULL DEFAULT 1, last_words text,
  last_at timestamptz, order_key float8 NOT NULL DEFAULT 0) WITH (fillfactor = 70);
CREATE INDEX conversation_recent ON conversation (last_at DESC, id);
CREATE TABLE customer (id uuid PRIMARY KEY, at timestamptz DEFAULT now());
CREATE TABLE address (id uuid PRIMARY KEY, customer uuid NOT NULL, name text UNIQUE);
CREATE TABLE message (id uuid PRIMARY KEY, conversation text NOT NULL, receipt uuid UNIQUE, text text NOT NULL,
  at timestamptz DEFAULT now());
CREATE INDEX message_of ON message (conversation, at, id);
CREATE TABLE input (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, conversation text NOT NULL, body jsonb NOT NULL, step bigint UNIQUE);
CREATE INDEX input_open ON input (id) WHERE step IS NULL;
CREATE TABLE dispatcher (one int PRIMARY KEY, last_step bigint NOT NULL);
INSERT INTO dispatcher VALUES (1, 0);
CREATE TABLE assignment (id uuid PRIMARY KEY, conversation text UNIQUE, agent text NOT NULL, at timestamptz DEFAULT now());
CREATE TABLE decision (id uuid PRIMARY KEY, conversation text NOT NULL, working jsonb NOT NULL, at timestamptz DEFAULT now());
CREATE TABLE event (id uuid PRIMARY KEY, conversation text NOT NULL, what text NOT NULL, at timestamptz DEFAULT now());
${['door', 'intake'].map(outbox).join('\n')}`;

function outbox(stage) {
  return `CREATE TABLE outbox_${stage} (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key text NOT NULL, body text NOT NULL,
  at timestamptz DEFAULT now(), published_at timestamptz);
CREATE INDEX outbox_${stage}_unsent ON outbox_${stage} (id) WHERE published_at IS NULL;`;
}
