/** The few rows of a plain service: what came, what it belongs to, what was said. */

export const tables = `
CREATE TABLE receipt (id uuid PRIMARY KEY, visitor uuid NOT NULL, text text NOT NULL, at timestamptz DEFAULT now());
CREATE TABLE conversation (id uuid PRIMARY KEY, version int NOT NULL DEFAULT 1, last_words text, last_at timestamptz);
CREATE TABLE message (id uuid PRIMARY KEY, conversation uuid NOT NULL, receipt uuid UNIQUE, text text NOT NULL,
  at timestamptz DEFAULT now());
CREATE INDEX message_of ON message (conversation, at, id);`;
