/** What the customer is told when a ticket was opened for them: its number, and nothing of what it is about. */
import type { PolicyV1 } from '@trunkline/contracts';
import { texts as shipped } from '../policy/texts.ts';
import { fillText } from '../words/fill-text.ts';

/** Empty where the desk has switched it off. A third language is answered in the desk's own. */
export function wordTicketNumber(told: { number: string; language: string }, policy: PolicyV1): string {
  const language = told.language === 'zh' || told.language === 'en' ? told.language : policy.desk.defaultLanguage;
  const text = policy.texts['ticket-number'] ?? shipped['ticket-number'];
  return fillText(text?.[language] ?? '', { desk: policy.desk.name[language], ticket: told.number });
}
