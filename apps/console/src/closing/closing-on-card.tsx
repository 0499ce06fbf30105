/** On the card: how far a conversation is on the way to its end, and what its customer thought. */
import type { Conversation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import './closing.css';

export function ClosingOnCard({ conversation: { closing } }: { conversation: Conversation }) {
  const { t } = useTranslation();
  if (!closing || (closing.askedAt === null && closing.survey === null)) return null;
  const asked = closing.wantsMore === null ? 'asked' : closing.wantsMore ? 'more' : 'no-more';
  return (
    <section className="card-section" aria-label={t('closing.title')} data-testid="closing">
      <h3>{t('closing.title')}</h3>
      {closing.askedAt && <p>{t(`closing.${asked}`)}</p>}
      {closing.score === null && closing.survey && <p className="quiet">{t(`closing.survey-${closing.survey}`)}</p>}
      {closing.score !== null && (
        <p className="score" data-testid="score">
          <span role="img" aria-label={t('closing.score', { score: closing.score })}>
            {'★'.repeat(closing.score)}
            <span className="quiet">{'★'.repeat(5 - closing.score)}</span>
          </span>
          {closing.comment && <q>{closing.comment}</q>}
        </p>
      )}
    </section>
  );
}
