/** A word of the desk as a line of the chat: whole and plain, markup and all, for the widget shows text as text. */
import type { ChatLine } from '@trunkline/contracts';
import type { Word } from '../channel.ts';

export type DeskLine = Pick<ChatLine, 'from' | 'name' | 'text' | 'attachments'> & { choices?: ChatLine['choices'] };

export function format({ kind, author, text, attachments, choices = [] }: Word): DeskLine {
  const from = author ? 'agent' : kind === 'reply' ? 'bot' : 'desk';
  return { from, name: author?.name ?? null, text, attachments, choices };
}
