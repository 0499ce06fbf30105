/** A word → the body that is posted to the account's system. Pure; the text is whole. */
import type { Word } from '../channel.ts';

export type PostedFile = { name: string; type: string; bytes: number; base64: string };

export const format = (word: Word, files: PostedFile[] = []): object => ({
  type: 'message',
  messageId: word.messageId,
  conversationId: word.conversationId,
  account: word.account,
  to: word.to,
  thread: word.thread.key,
  answers: word.thread.references.at(-1) ?? null,
  author: word.author?.name ?? null,
  subject: word.subject,
  text: word.text,
  choices: word.choices ?? [],
  files,
  attempt: word.attempt,
});
