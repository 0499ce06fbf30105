/** An offer that rings: who, about what, why you, and how long it rings still. Never takes the focus. */

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ConversationRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { CallLine } from '../calls/call-line.tsx';
import { Icon } from '../parts/icon.tsx';
import { policyQuery } from '../parts/queries.ts';
import { Ring } from '../parts/ring.tsx';
import { shareLeft } from '../parts/say-time.ts';
import { useNameOf } from '../parts/use-name-of.ts';
import { useNow } from '../parts/use-now.ts';
import { useWords } from '../parts/use-words.ts';
import { WhyYou } from './why-you.tsx';

type Props = { offer: ConversationRow; more: number; accept: () => void; decline: () => void; look: () => void };

export function OfferBanner({ offer, more, accept, decline, look }: Props) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const words = useWords();
  const label = words.label(offer.label);
  return (
    <section className="offer" data-testid="offer-banner" data-id={offer.id} aria-label={t('offer.title')}>
      <div className="line">
        <Countdown offer={offer} />
        <div className="grow">
          <div className="line">
            <Icon name={offer.standard} size={15} label={t(`standard.${offer.standard}`)} />
            <strong className="cut">{nameOf(offer)}</strong>
            {offer.customer.isVerified && <Icon name="verified" size={13} label={t('verified')} />}
            {offer.customer.isVip && <span className="vip">VIP</span>}
          </div>
          <div className="small cut offer-about">
            {words.queue(offer.queue)}
            {label && ` · ${label}`}
          </div>
        </div>
        {more > 0 && <span className="chip">{t('offer.more', { count: more })}</span>}
      </div>
      <button type="button" className="offer-words" onClick={look} title={t('offer.look')}>
        {offer.subject && <b>{offer.subject}: </b>}
        {offer.lastWords}
      </button>
      <CallLine offer={offer} />
      <WhyYou id={offer.id} />
      <div className="line">
        <Button size="sm" className="grow" onClick={accept} data-testid="offer-accept" rightSection={<kbd>↵</kbd>}>
          {t('offer.accept')}
        </Button>
        <Button size="sm" variant="default" onClick={decline} data-testid="offer-decline" rightSection={<kbd>D</kbd>}>
          {t('offer.decline')}
        </Button>
      </div>
    </section>
  );
}

function Countdown({ offer }: { offer: ConversationRow }) {
  const nowMs = useNow();
  const ringSeconds = useQuery(policyQuery).data?.standards[offer.standard].ringSeconds ?? 20;
  const leftMs = offer.offeredUntil ? Math.max(0, Date.parse(offer.offeredUntil) - nowMs) : ringSeconds * 1000;
  return (
    <span className="countdown" role="timer" aria-live="off">
      <Ring share={shareLeft(leftMs, ringSeconds * 1000)} size={40} stroke={3.5} />
      <b>{Math.ceil(leftMs / 1000)}</b>
    </span>
  );
}
