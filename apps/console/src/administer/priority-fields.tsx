/** What weighs how many minutes of waiting: the policy's own figures, or those of one queue in their place. */
import { useTranslation } from 'react-i18next';
import { useEditing, useSay } from './editing.ts';
import { urgencies } from './kinds.ts';
import { NumberBox } from './parsed-box.tsx';

const weights = ['vip', 'complaint', 'sensitive', 'callBackAfterDrop', 'nearLimit', 'cap'] as const;

/** `isOwn`: an empty field means that the policy's figure holds. */
export function PriorityFields({ at, isOwn }: { at: string; isOwn?: boolean }) {
  const { t } = useSay();
  const { t: root } = useTranslation();
  const { policy } = useEditing();
  const shared = (minutes: number) =>
    isOwn ? { mayBeEmpty: true, placeholder: t('priority.as-policy', { minutes }) } : {};
  return (
    <div className="figures-grid">
      {!isOwn &&
        urgencies.map((urgency) => (
          <NumberBox
            key={urgency}
            path={`${at}.urgency.${urgency}`}
            label={t('priority.urgency', { urgency: root(`urgency.${urgency}`) })}
            unit={t('minutes')}
            isWhole={false}
          />
        ))}
      {weights.map((name) => (
        <NumberBox
          key={name}
          path={`${at}.${name}`}
          label={t(`priority.${name}`)}
          unit={t('minutes')}
          isWhole={false}
          {...(isOwn ? {} : { hint: t(`priority.${name}-hint`) })}
          {...shared(policy.priority[name])}
        />
      ))}
    </div>
  );
}
