/** One customer: who they are on the left, everything that was ever said with them beside it. */
import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { Face } from '../parts/face.tsx';
import { Icon } from '../parts/icon.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { Addresses } from './addresses.tsx';
import { customerQuery } from './customer-queries.ts';
import { Profile } from './profile.tsx';
import { ProposedLinks } from './proposed-links.tsx';
import { TimelineView } from './timeline-view.tsx';

export function CustomerView({ id, isNarrow }: { id: string; isNarrow: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const query = useQuery(customerQuery(id));
  const customer = query.data;
  if (!customer)
    return query.error ? <Refusal error={query.error} again={() => void query.refetch()} /> : <Bones shape="card" />;
  const name = customer.name ?? customer.addresses[0]?.address ?? t('customers.nameless');
  return (
    <div className="customer-view scroll">
      <header className="head">
        {isNarrow && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('back')}
            onClick={() => void navigate({ to: '/customers' })}
          >
            <Icon name="back" size={20} />
          </ActionIcon>
        )}
        <Face name={name} size={36} />
        <div className="grow">
          <h2 className="line head-name">
            <span className="cut">{name}</span>
            {customer.isVip && <span className="vip">VIP</span>}
          </h2>
          <p className="small quiet">
            {t('customer.open-count', { count: customer.openConversations })}
            {customer.externalId && ` · ${t('customer.external-id', { id: customer.externalId })}`}
          </p>
        </div>
      </header>
      <div className="customer-plan">
        <div className="customer-side">
          <ProposedLinks customer={customer} />
          <Profile customer={customer} />
          <h4>{t('customer.addresses')}</h4>
          <Addresses customer={customer} />
        </div>
        <TimelineView customerId={id} />
      </div>
    </div>
  );
}
