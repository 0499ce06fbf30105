/** Where a question's answer can be clicked: a page of ours, for words that go where nothing can be pressed. */
import type { Key } from '@trunkline/platform';
import type { Word } from './channel.ts';
import { signAnswer } from './sign-answer.ts';

type House = { CHANNELS_PUBLIC_URL: string; FIELD_KEY: readonly Key[] };

/** Undefined where nothing is asked, or nobody outside can reach us: then the choices stand in words alone. */
export function answerAddress({ choices = [], messageId }: Word, house: House): string | undefined {
  const url = house.CHANNELS_PUBLIC_URL.replace(/\/$/, '');
  return choices.length > 0 && url ? `${url}/answer/${signAnswer(messageId, house.FIELD_KEY)}` : undefined;
}
