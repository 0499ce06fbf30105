/** What a guide may name of the policy, as choices: queues, labels, departments, channels, kinds and severities. */
import { useTranslation } from 'react-i18next';
import { useEditing, useSay } from './editing.ts';
import { kinds, urgencies } from './kinds.ts';
import { standards } from './standards.ts';

export function useGuideChoices() {
  const { t, language } = useSay();
  const { t: root } = useTranslation();
  const { policy } = useEditing();
  const named = (things: readonly { code: string; name: { en: string; zh: string } }[]) =>
    things.map(({ code, name }) => ({ value: code, label: name[language] || code }));
  return {
    queues: named(policy.queues),
    labels: named(policy.taxonomy.topics.flatMap(({ labels }) => labels)),
    departments: named(policy.departments),
    standards: standards.map((value) => ({ value, label: root(`standard.${value}`) })),
    kinds: kinds.map((value) => ({ value, label: t(`value.${value}`) })),
    urgencies: urgencies.map((value) => ({ value, label: root(`urgency.${value}`) })),
  };
}
