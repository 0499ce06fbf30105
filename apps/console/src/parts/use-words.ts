/** Names as people know them: labels and queues from the policy, colleagues from the staff. */

import { useQuery } from '@tanstack/react-query';
import type { Because, PolicyV1 } from '@trunkline/contracts';
import { sayReason } from '@trunkline/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from './gateway.ts';
import { colleaguesQuery, meQuery, policyQuery } from './queries.ts';
import { sayMoment } from './say-time.ts';
import { useLanguage } from './use-language.ts';

function namesOf(policy: PolicyV1 | undefined, language: 'en' | 'zh') {
  const topics = policy?.taxonomy.topics ?? [];
  const labels = topics.flatMap((topic) => [topic, ...topic.labels]);
  return {
    labels: new Map(labels.map((label) => [label.code, label.name[language]])),
    queues: new Map(policy?.queues.map((queue) => [queue.code, queue.name[language]])),
  };
}

export function useWords() {
  const language = useLanguage();
  const { t } = useTranslation();
  const policy = useQuery(policyQuery).data;
  const colleagues = useQuery(colleaguesQuery).data;
  const me = useQuery(meQuery).data?.staff;
  return useMemo(() => {
    const { labels, queues } = namesOf(policy, language);
    const people = new Map(colleagues?.map((colleague) => [colleague.id, colleague.name]));
    if (me) people.set(me.id, me.name);
    const person = (id: string | null | undefined) => (id ? (people.get(id) ?? t('somebody')) : t('nobody'));
    const skill = (code: string) => queues.get(code) ?? labels.get(code) ?? t(`skill.${code}`, { defaultValue: code });
    const moment = (at: string) => sayMoment(at, now(), language);
    const clock = (code: string) => t(`deadline.${code}`, { defaultValue: code });
    return {
      label: (code: string | null) => (code ? (labels.get(code) ?? code) : null),
      queue: (code: string) => queues.get(code) ?? code,
      person,
      skill,
      clock,
      because: ({ code, values }: Because) =>
        sayReason(
          code,
          language,
          spellOut(
            { percent: policy?.time.warnAtPercent ?? 80, ...values },
            {
              person,
              skill,
              clock,
              moment,
              queue: (code) => queues.get(code) ?? code,
              label: (code) => labels.get(code) ?? code,
            },
          ),
        ),
    };
  }, [policy, colleagues, me, language, t]);
}

type Speller = Record<'person' | 'skill' | 'clock' | 'queue' | 'label' | 'moment', (code: string) => string>;

/** Values of a reason that are codes or ids are put in words before they enter the sentence. */
function spellOut(values: Because['values'], say: Speller): Because['values'] {
  const spelt: Because['values'] = { ...values };
  const put = (name: string, speak: (code: string) => string) => {
    if (typeof spelt[name] === 'string') spelt[name] = speak(spelt[name]);
  };
  put('skill', say.skill);
  put('policy', (code) => say.clock(code).toLocaleLowerCase()); // in the middle of a sentence
  put('queue', say.queue);
  put('label', say.label);
  for (const name of ['at', 'until']) {
    const value = spelt[name];
    if (typeof value === 'number' || /^\d{4}-\d\d-\d\dT/.test(value ?? '')) spelt[name] = say.moment(value as string);
  }
  for (const name of ['agent', 'holder']) {
    if (/^[0-9a-f-]{36}$/.test(String(spelt[name] ?? ''))) put(name, say.person);
  }
  return spelt;
}
