/** Web chat: who talks on which site, and every line of either side in one sequence a chat. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChatSessions implements MigrationInterface {
  name = 'chat-sessions-0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE chat_session (
        id uuid PRIMARY KEY,
        account text NOT NULL,
        address text NOT NULL,
        last_sequence int NOT NULL DEFAULT 0,
        seen_sequence int NOT NULL DEFAULT 0,
        begun_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT chat_session_once UNIQUE (account, address)
      ) WITH (fillfactor = 80);
      CREATE TABLE chat_line (
        session_id uuid NOT NULL REFERENCES chat_session (id),
        sequence int NOT NULL,
        said_by text NOT NULL CHECK (said_by IN ('customer', 'agent', 'bot', 'desk')),
        name text,
        text text NOT NULL,
        attachments jsonb NOT NULL DEFAULT '[]',
        txn_id text,
        message_id uuid,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT chat_line_sequence PRIMARY KEY (session_id, sequence),
        CONSTRAINT chat_line_txn UNIQUE (session_id, txn_id),
        CONSTRAINT chat_line_message UNIQUE (message_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('What visitors said would be lost: restore from a backup instead of migrating down.');
  }
}
