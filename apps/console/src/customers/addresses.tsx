/** Where a customer writes from: who proved each address, why it is held for theirs, and how to take a link back. */
import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Customer, CustomerAddress } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { sayInstant } from '../parts/say-time.ts';
import { useChannelName } from '../parts/use-channel-name.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { linksQuery } from './customer-queries.ts';
import { Evidence } from './proposed-links.tsx';
import { useCustomerOrder } from './use-customer-order.ts';

/** `at`: the address of the open conversation; replies leave by it. */
export function Addresses({ customer, at }: { customer: Customer; at?: string }) {
  return (
    <ul className="addresses">
      {customer.addresses.map((address) => (
        <AddressRow key={address.id} customer={customer} address={address} isHere={address.id === at} />
      ))}
    </ul>
  );
}

type RowProps = { customer: Customer; address: CustomerAddress; isHere: boolean };

function AddressRow({ customer, address, isHere }: RowProps) {
  const { t } = useTranslation();
  const channelName = useChannelName();
  const language = useLanguage();
  const { verifiedBy, verifiedAt, channel } = address;
  const proof = t(verifiedBy ? `customer.by.${verifiedBy}` : 'customer.by.nobody');
  return (
    <li className="address" data-here={isHere || undefined}>
      <span title={verifiedAt ? `${proof} · ${sayInstant(verifiedAt, language)}` : proof}>
        <Icon name={verifiedBy ? 'verified' : 'unverified'} size={15} label={proof} />
      </span>
      <span className="two-lines grow">
        <span className="cut selectable" title={address.address}>
          {address.address}
        </span>
        <span className="small quiet">
          {channelName(channel)} · {proof} · <Ago at={address.firstSeenAt} />
          {isHere && ` · ${t('customer.here')}`}
        </span>
      </span>
      {address.linkId && <WhyLinked customer={customer} address={address} />}
    </li>
  );
}

function WhyLinked({ customer, address }: Omit<RowProps, 'isHere'>) {
  const { t } = useTranslation();
  const words = useWords();
  const order = useCustomerOrder();
  const mayLink = useMayReply();
  const links = useQuery(linksQuery(customer.id)).data;
  const link = links?.find(({ id }) => id === address.linkId);
  return (
    <Popover position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('customer.why-linked')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('customer.why-linked-of', { address: address.address })}
          >
            <Icon name="link" size={14} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className="form">
        <p className="small">
          {link?.decidedBy
            ? t('customer.linked-by', { who: words.person(link.decidedBy) })
            : t('customer.linked-by-evidence')}
        </p>
        {link && <Evidence link={link} />}
        {link?.note && <p className="small quiet">{link.note}</p>}
        {link && mayLink && (
          <button
            type="button"
            className="line link small"
            disabled={order.isPending}
            onClick={() => order.mutate({ link, verb: 'undo' })}
            data-testid="undo-link"
          >
            <Icon name="unlink" size={14} />
            {t('customer.undo-link')}
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
