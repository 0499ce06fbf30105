/** What is locked until the customer is verified says so where it would stand, with the way out beside it. */
import { useQuery } from '@tanstack/react-query';
import type { Protected } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { verificationQuery } from './customer-queries.ts';

export function ProtectedNote({ conversationId, what }: { conversationId: string; what: Protected }) {
  const { t } = useTranslation();
  const verification = useQuery(verificationQuery(conversationId)).data;
  if (!verification || verification.state === 'verified' || !verification.protects.includes(what)) return null;
  const verify = () => document.querySelector<HTMLElement>('[data-testid="verification"]')?.click();
  return (
    <p className="protected-note small" data-testid={`locked-${what}`}>
      <Icon name="lock" size={13} />
      <span>
        {t(`verify.note.${what}`)}{' '}
        <button type="button" className="link" onClick={verify}>
          {t('verify.open-words')}
        </button>
      </span>
    </p>
  );
}
