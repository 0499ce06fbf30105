/** Of an escalation: who was told, who saw it when, who follows it, and who hears of it next. */
import { useQuery } from '@tanstack/react-query';
import type { EscalationRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { policyQuery } from '../parts/queries.ts';
import { sayClock, sayInstant } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useNow } from '../parts/use-now.ts';
import { useWords } from '../parts/use-words.ts';
import { whoNext } from './who-next.ts';

export function ToldLines({ escalation }: { escalation: EscalationRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const { to, seen = [], followerId, acknowledgedAt, acknowledgedBy } = escalation;
  const seenAt = (id: string) => seen.find(({ agentId }) => agentId === id)?.at;
  const people = to?.people ?? [];
  const others = seen.filter(({ agentId }) => !people.includes(agentId));
  const sight = (at: string) => (
    <time dateTime={at} title={sayInstant(at, language)}>
      {t('urgent.seen-at', { at: sayClock(at, language) })}
    </time>
  );
  return (
    <ul className="told-who small">
      {to && (
        <li>
          {to.role && <span className="quiet">{t(`role.${to.role}`)} </span>}
          {people.length === 0 && <span>{t('urgent.nobody-there')}</span>}
          {people.map((id, at) => {
            const when = seenAt(id);
            return (
              <span key={id}>
                {at > 0 && t('list-comma')}
                {words.person(id)} <span className="quiet">{when ? sight(when) : t('urgent.not-seen')}</span>
              </span>
            );
          })}
        </li>
      )}
      {others.map(({ agentId, at }) => (
        <li key={agentId}>
          {words.person(agentId)} <span className="quiet">{sight(at)}</span>
        </li>
      ))}
      {followerId && <li className="quiet">{t('urgent.follower', { who: words.person(followerId) })}</li>}
      {acknowledgedAt ? (
        <li>{t('floor.acknowledged-by', { who: words.person(acknowledgedBy) })}</li>
      ) : (
        <NextLine escalation={escalation} />
      )}
    </ul>
  );
}

function NextLine({ escalation }: { escalation: EscalationRow }) {
  const { t } = useTranslation();
  const words = useWords();
  const policy = useQuery(policyQuery).data;
  const nowMs = useNow();
  if (!policy) return null;
  const next = whoNext(escalation, policy.time, policy.calendars);
  if (next.level === null) return <li className="quiet">{t('urgent.top')}</li>;
  const { role, agentId } = next.level;
  const who = role ? t(`role.${role}`) : words.person(agentId);
  const minutes = Math.ceil((next.atMs - nowMs) / 60_000);
  return <li className="quiet">{minutes > 0 ? t('urgent.next', { who, minutes }) : t('urgent.next-now', { who })}</li>;
}
