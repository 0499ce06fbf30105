/** What a customer is asked or told when their conversation is handed on, in their language. */
import type { PolicyV1 } from '@trunkline/contracts';
import { texts as shipped } from '../policy/texts.ts';
import { fillText } from '../words/fill-text.ts';

type Told = {
  key: 'transfer' | 'transfer-told';
  /** The group it is in. */
  queue: string;
  /** A queue's code, or a person's name. */
  target: { queue: string } | { name: string };
  language: string;
};

/** A third language is answered in the desk's own. */
export function spokenIn(language: string, policy: PolicyV1): 'en' | 'zh' {
  return language === 'zh' || language === 'en' ? language : policy.desk.defaultLanguage;
}

/** Empty where the desk has switched it off. */
export function wordTransfer({ key, queue, target, language }: Told, policy: PolicyV1): string {
  const spoken = spokenIn(language, policy);
  const named = (code: string) => policy.queues.find((one) => one.code === code)?.name[spoken] ?? code;
  const text = (policy.texts[key] ?? shipped[key])?.[spoken] ?? '';
  const values = { group: named(queue), target: 'queue' in target ? named(target.queue) : target.name };
  return fillText(text, { desk: policy.desk.name[spoken], ...values });
}
