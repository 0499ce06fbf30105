/** Holds a policy as somebody wrote it against its schema: the policy, or what is wrong with its place in both languages. */
import zhCN from 'zod/v4/locales/zh-CN.js';
import { PolicyV1 } from './policy.v1.ts';
import type { PolicyProblem } from './policy-api.ts';
import { sayReason } from './reasons.ts';

export type ReadPolicy = { ok: true; policy: PolicyV1 } | { ok: false; problems: PolicyProblem[] };

const chinese = zhCN().localeError;

export function readPolicy(draft: unknown): ReadPolicy {
  const { success, data, error } = PolicyV1.safeParse(draft);
  if (success) return { ok: true, policy: data };
  const inChinese = PolicyV1.safeParse(draft, { error: chinese }).error?.issues ?? [];
  const problems = error.issues.map((issue, at): PolicyProblem => {
    const code = 'breaks-the-schema';
    const detail = issue.message;
    return {
      path: pathOf(issue.path),
      severity: 'error',
      because: { code, values: { detail } },
      en: sayReason(code, 'en', { detail }),
      zh: sayReason(code, 'zh', { detail: inChinese[at]?.message ?? detail }),
    };
  });
  return { ok: false, problems };
}

/** `queues[2].widensTo`. */
const pathOf = (path: PropertyKey[]) =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}${text === '' ? '' : '.'}${String(step)}`),
    '',
  );
