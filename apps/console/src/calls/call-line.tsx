/** What the ringing banner says more where a call waits: take it here, and one's own telephone rings. */
import type { ConversationRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import './calls.css';

export function CallLine({ offer }: { offer: ConversationRow }) {
  const { t } = useTranslation();
  if (offer.standard !== 'call') return null;
  return (
    <p className="small call-line" data-testid="call-line">
      <Icon name="call" size={14} />
      {t('call.then-rings')}
    </p>
  );
}
