/** A routing rule as a sentence: `Mail, Chinese → Mail`. */
import type { PolicyV1 } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { useEditing, useSay } from './editing.ts';

type Rule = PolicyV1['routing']['rules'][number];

export function useSayRule(): (rule: Rule) => string {
  const { t, language } = useSay();
  const { t: root } = useTranslation();
  const { policy, base } = useEditing();
  const topics = [...base.taxonomy.topics, ...policy.taxonomy.topics];
  const named = [...topics, ...topics.flatMap(({ labels }) => labels), ...base.queues, ...policy.queues];
  const names = new Map(named.map(({ code, name }) => [code, name[language] || code]));
  const nameOf = (code: string) => names.get(code) ?? code;
  return ({ standard, account, topic, label, kind, language: spoken, queue }) => {
    const conditions = [
      standard && root(`standard.${standard}`),
      account,
      topic && nameOf(topic),
      label && nameOf(label),
      kind && t(`value.${kind}`),
      spoken && root(`language.${spoken}`, { defaultValue: spoken }),
    ].filter(Boolean);
    return `${conditions.length > 0 ? conditions.join(root('list-comma')) : t('rules.all')} → ${nameOf(queue)}`;
  };
}
