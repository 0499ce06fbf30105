/** The words by which a one-time code reaches the customer, in their language; `{code}` stays for channels to fill. */
import type { PolicyV1 } from '@trunkline/contracts';
import { texts as shipped } from '../policy/texts.ts';
import { fillText } from '../words/fill-text.ts';

type Worded = { sent: string; noted: string };

/** `sent` is what goes out, `noted` what stays in the house. A text without a place for the code is not used. */
export function wordCode(language: string, policy: PolicyV1): Worded {
  const known = language === 'zh' || language === 'en' ? language : policy.desk.defaultLanguage;
  const own = policy.texts.code?.[known] ?? '';
  const text = own.includes('{code}') ? own : shipped.code![known];
  const values = { desk: policy.desk.name[known], minutes: policy.customers.code.minutes };
  const sent = fillText(text, { ...values, code: '{code}' });
  return { sent, noted: known === 'zh' ? '已向客户发送一次性验证码。' : 'A one-time code went out to the customer.' };
}
