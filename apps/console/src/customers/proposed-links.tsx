/** Who this may be too: each proposal with its evidence and score, joined or refused with one press, undone with another. */
import { Button } from '@mantine/core';
import type { Customer, CustomerLink } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { useChannelName } from '../parts/use-channel-name.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { useCustomerOrder } from './use-customer-order.ts';

export function ProposedLinks({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  if (customer.proposed.length === 0) return null;
  return (
    <section className="proposed" aria-label={t('customer.proposed')}>
      <h4 className="line">
        <Icon name="link" size={14} />
        {t('customer.proposed')}
      </h4>
      <ul>
        {customer.proposed.map((link) => (
          <Proposal key={link.id} link={link} customer={customer} />
        ))}
      </ul>
    </section>
  );
}

function Proposal({ link, customer }: { link: CustomerLink; customer: Customer }) {
  const { t } = useTranslation();
  const channelName = useChannelName();
  const order = useCustomerOrder();
  const mayDecide = useMayReply();
  const other = link.into.customerId === customer.id ? link.address : link.into;
  return (
    <li className="proposal" data-testid="proposed-link">
      <span className="line">
        <span className="two-lines grow">
          <b className="cut">{other.name ?? other.address}</b>
          <span className="small quiet cut">
            {channelName(other.channel)} · {other.address}
          </span>
        </span>
        <Score score={link.score} />
      </span>
      <Evidence link={link} />
      {mayDecide && (
        <span className="line">
          <Button
            size="compact-xs"
            loading={order.isPending}
            onClick={() => order.mutate({ link, verb: 'join' })}
            data-testid="join-link"
          >
            {t('customer.join')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={order.isPending}
            onClick={() => order.mutate({ link, verb: 'refuse' })}
            data-testid="refuse-link"
          >
            {t('customer.refuse')}
          </Button>
        </span>
      )}
    </li>
  );
}

export function Score({ score }: { score: number }) {
  const { t } = useTranslation();
  return (
    <span className="score" title={t('customer.score-hint')}>
      <span className="score-bar" aria-hidden="true">
        <i style={{ width: `${Math.min(100, score)}%` }} />
      </span>
      {t('customer.score', { score: Math.round(score) })}
    </span>
  );
}

export function Evidence({ link }: { link: CustomerLink }) {
  const words = useWords();
  return (
    <ul className="evidence small">
      {link.evidence.map(({ because, score }) => (
        <li key={because.code + score}>
          <span className="grow">{words.because(because)}</span>
          {score > 0 && <span className="quiet">{Math.round(score)}</span>}
        </li>
      ))}
    </ul>
  );
}
