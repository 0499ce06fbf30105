/** Puts the choices of a question below its words where a channel has no buttons: the customer answers in words. */
import type { AnyChannel, Word } from './channel.ts';

export function listChoices({ quickReplies }: Pick<AnyChannel, 'quickReplies'>, word: Word): Word {
  return quickReplies ? word : { ...word, text: withChoices(word) };
}

/** One line, as the customer may write it back. */
export function withChoices({ choices = [], text }: Pick<Word, 'choices' | 'text'>): string {
  return choices.length === 0 ? text : `${text.trimEnd()}\n\n${choices.map(({ label }) => label).join(' / ')}`;
}
