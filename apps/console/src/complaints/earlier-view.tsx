/** An earlier complaint about the same matter, and what is known of it. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { EarlierComplaint } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';

type Props = { earlier: EarlierComplaint; show: ((what: 'tell' | 'hear') => void) | null };

export function EarlierView({ earlier, show }: Props) {
  const { t } = useTranslation();
  const { number, standing, result, toldAt, satisfied, at } = earlier;
  const isOpen = standing !== 'none' && satisfied === null;
  const outcome =
    satisfied === null ? toldAt && 'earlier-told' : satisfied ? 'earlier-satisfied' : 'earlier-unsatisfied';
  return (
    <div className="complaint-earlier" data-testid="complaint-earlier" data-standing={standing}>
      <p className="line small">
        <span className="quiet grow">{t('complaint.earlier')}</span>
        <span className="quiet">
          <Ago at={at} />
        </span>
      </p>
      <p className="line">
        <Link to="/inbox/$filter/$conversationId" params={{ filter: 'groups', conversationId: earlier.conversationId }}>
          {number}
        </Link>
        <b>{t(`complaint.earlier-${standing}`)}</b>
      </p>
      {result && <p className="small complaint-said">{result}</p>}
      {outcome && <p className="small quiet">{t(`complaint.${outcome}`)}</p>}
      {isOpen && show && (
        <div className="line">
          <Button
            size="compact-sm"
            variant={toldAt ? 'default' : 'light'}
            onClick={() => show(toldAt ? 'hear' : 'tell')}
            data-testid={toldAt ? 'earlier-hear' : 'earlier-tell'}
          >
            {t(toldAt ? 'complaint.hear' : 'complaint.tell')}
          </Button>
        </div>
      )}
    </div>
  );
}
