/** In the head: whether the customer has shown who they are, how long a code still runs, and the way to ask for one. */
import { useQuery } from '@tanstack/react-query';
import type { Conversation, Verification } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../parts/icon.tsx';
import { sayInstant, sayMoment, sayStretch } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useNow } from '../parts/use-now.ts';
import { verificationQuery } from './customer-queries.ts';
import './customers.css';
import { VerificationDialog } from './verification-dialog.tsx';

const looks: Record<Verification['state'], { icon: IconName; tone?: string }> = {
  none: { icon: 'unverified' },
  'code-sent': { icon: 'clock', tone: 'soon' },
  verified: { icon: 'verified', tone: 'accent' },
  locked: { icon: 'lock', tone: 'failed' },
};

export function VerificationChip({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  const verification = useQuery(verificationQuery(conversation.id)).data;
  const words = useWordsOf(verification, conversation);
  const { icon, tone } = looks[verification?.state ?? (conversation.customer.isVerified ? 'verified' : 'none')];
  return (
    <>
      <button
        type="button"
        className="chip verification"
        data-tone={tone}
        data-testid="verification"
        data-state={verification?.state}
        title={words.more}
        onClick={() => open(true)}
      >
        <Icon name={icon} size={13} />
        <span>{words.short}</span>
        <span className="hidden">{t('verify.open')}</span>
      </button>
      {isOpen && <VerificationDialog conversation={conversation} close={() => open(false)} />}
    </>
  );
}

function useWordsOf(verification: Verification | undefined, conversation: Conversation) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nowMs = useNow();
  if (!verification) return { short: t(conversation.customer.isVerified ? 'verified' : 'unverified'), more: '' };
  const { state, expiresAt, triesLeft } = verification;
  if (state === 'code-sent' && expiresAt) {
    const stretch = sayStretch(Date.parse(expiresAt) - nowMs, language);
    return {
      short: t('verify.chip-sent', { stretch, count: triesLeft ?? 0 }),
      more: t('verify.sent-to', { to: verification.sentTo }),
    };
  }
  if (state === 'verified') {
    const until = expiresAt ?? conversation.verifiedUntil;
    return {
      short: until ? t('verify.chip-until', { at: sayMoment(until, nowMs, language) }) : t('verified'),
      more: until ? sayInstant(until, language) : '',
    };
  }
  return { short: t(state === 'locked' ? 'verify.chip-locked' : 'unverified'), more: t(`verify.about-${state}`) };
}
