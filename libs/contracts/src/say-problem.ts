/** Puts what does not hold in a policy into both languages, for whoever shows it. */
import type { PolicyProblem } from './policy-api.ts';
import { sayReason } from './reasons.ts';

export function sayProblem(fault: Pick<PolicyProblem, 'path' | 'severity' | 'because'>): PolicyProblem {
  const { path, severity, because } = fault;
  const say = (language: 'en' | 'zh') => sayReason(because.code, language, because.values);
  return { path, severity, because, en: say('en'), zh: say('zh') };
}
