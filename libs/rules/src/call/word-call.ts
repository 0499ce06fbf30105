/** What a caller is told, in their language: the policy's text, or the one that ships. */
import type { PolicyV1 } from '@trunkline/contracts';
import { texts as shipped } from '../policy/texts.ts';
import { fillText } from '../words/fill-text.ts';
import type { CallLanguage } from './read-menu.ts';

export type CallText =
  | 'call-welcome'
  | 'call-language'
  | 'call-menu'
  | 'call-wait'
  | 'call-place'
  | 'call-connecting'
  | 'call-not-reached'
  | 'call-voicemail'
  | 'call-back-promised'
  | 'call-closed'
  | 'closing-call';

export function wordCall(
  text: CallText,
  policy: PolicyV1,
  { language, ...values }: { language: CallLanguage } & Record<string, string | number>,
): string {
  const words = (policy.texts[text] ?? shipped[text])?.[language] ?? '';
  return fillText(words, { desk: policy.desk.name[language], ...values });
}
