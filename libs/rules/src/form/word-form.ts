/** The words by which a customer is asked for what is missing: one message, each field a line of its own. */
import type { AskedField, PolicyV1 } from '@trunkline/contracts';
import { wordText } from '../words/word-text.ts';

export function wordForm(fields: readonly AskedField[], language: string, policy: PolicyV1): string {
  const spoken = language === 'zh' || language === 'en' ? language : policy.desk.defaultLanguage;
  const lines = fields.map(({ name, choices }, at) => {
    const among = choices.map((choice) => choice.name[spoken]).join(spoken === 'zh' ? '、' : ', ');
    return `${at + 1}. ${name[spoken]}${among && (spoken === 'zh' ? `（${among}）` : ` (${among})`)}`;
  });
  return wordText('form-ask', language, policy, { fields: lines.join('\n') });
}
