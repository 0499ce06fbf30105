/** What an agent says to a customer whose matter is not submitted again; empty where the desk has switched it off. */
import type { PolicyV1 } from '@trunkline/contracts';
import { texts as shipped } from '../policy/texts.ts';
import { fillText } from '../words/fill-text.ts';

export function wordReassurance(told: { number: string; language: string }, policy: PolicyV1): string {
  const language = told.language === 'zh' || told.language === 'en' ? told.language : policy.desk.defaultLanguage;
  const text = policy.texts.reassurance ?? shipped.reassurance;
  return fillText(text?.[language] ?? '', { desk: policy.desk.name[language], ticket: told.number });
}
