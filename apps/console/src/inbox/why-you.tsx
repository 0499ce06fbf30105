/** One sentence: why this conversation rings for you. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { explainQuery, meQuery } from '../parts/queries.ts';
import { useWords } from '../parts/use-words.ts';

export function WhyYou({ id }: { id: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const me = useQuery(meQuery).data?.staff.id;
  const decisions = useQuery(explainQuery(id)).data?.decisions ?? [];
  const decision = [...decisions].sort((one, other) => other.step - one.step).find(({ agentId }) => agentId === me);
  if (!decision)
    return (
      <p className="why-you" data-testid="why-you">
        &nbsp;
      </p>
    );
  const needs = Object.entries(decision.requires).map(([skill, level]) =>
    t('why.skill-level', { skill: words.skill(skill), level }),
  );
  return (
    <p className="why-you" data-testid="why-you">
      <Icon name="why" size={14} />
      <span>
        {t('why.you', { because: words.because(decision.because) })}
        {needs.length > 0 && t('sentence-gap') + t('why.needs', { needs: needs.join(t('list-comma')) })}
      </span>
    </p>
  );
}
