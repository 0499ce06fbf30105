/** Puts the choices of a question below its words where a channel has no buttons: the customer answers in words. */
import type { AnyChannel, Word } from './channel.ts';

export function listChoices({ quickReplies }: Pick<AnyChannel, 'quickReplies'>, word: Word): Word {
  const { choices = [], text } = word;
  if (quickReplies || choices.length === 0) return word;
  const list = choices.map(({ label }) => label).join(' / ');
  return { ...word, text: `${text.trimEnd()}\n\n${list}` };
}
