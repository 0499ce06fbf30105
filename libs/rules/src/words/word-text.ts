/** One of the policy's texts in a customer's language: a third language gets the desk's own. */
import type { PolicyV1 } from '@trunkline/contracts';
import { texts as shipped } from '../policy/texts.ts';
import { fillText } from './fill-text.ts';

/** Empty where the desk has switched it off. `null`: of a language that is not known. */
export function wordText(
  key: string,
  language: string | null,
  policy: Pick<PolicyV1, 'desk' | 'texts'>,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const spoken = language === 'zh' || language === 'en' ? language : policy.desk.defaultLanguage;
  const text = (policy.texts[key] ?? shipped[key])?.[spoken] ?? '';
  return fillText(text, { desk: policy.desk.name[spoken], ...values });
}
