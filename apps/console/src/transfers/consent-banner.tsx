/** While the customer is asked whether they may be transferred: to whom, how long their word is waited for, and the way back. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation, TransferTo } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { policyQuery } from '../parts/queries.ts';
import { TimeLeft } from '../parts/time-left.tsx';
import { useLanguage } from '../parts/use-language.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { useOfferAct } from '../procedure/offer-act.ts';
import { useTransferOrder } from './transfer-queries.ts';
import './transfers.css';

/** A place outside by its code's name. */
export function useTargetName(): (to: TransferTo) => string {
  const words = useWords();
  const language = useLanguage();
  const places = useQuery(policyQuery).data?.transfer.external ?? [];
  return (to) => {
    if ('queue' in to) return words.queue(to.queue);
    if ('agent' in to) return words.person(to.agent);
    return places.find(({ code }) => code === to.external)?.name[language] ?? to.external;
  };
}

export function ConsentBanner({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const nameOf = useTargetName();
  const mayReply = useMayReply();
  const { withdraw } = useTransferOrder(conversation.id);
  const { mutate } = withdraw;
  useOfferAct('withdraw-transfer', mutate);
  const asked = conversation.transferAsk;
  if (!asked) return null;
  const limitSeconds = (Date.parse(asked.until) - Date.parse(asked.askedAt)) / 1000;
  return (
    <section className="consent-banner" aria-label={t('transfer.asking')} data-testid="consent-asked">
      <Icon name="transfer" size={15} />
      <span className="grow">{t('transfer.asking-to', { name: nameOf(asked.to) })}</span>
      <TimeLeft dueAt={asked.until} limitSeconds={limitSeconds} />
      {mayReply && (
        <Button
          size="compact-sm"
          variant="default"
          loading={withdraw.isPending}
          onClick={() => mutate()}
          data-testid="consent-withdraw"
        >
          {t('transfer.withdraw')}
        </Button>
      )}
    </section>
  );
}
