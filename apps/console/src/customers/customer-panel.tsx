/** On the card: who the customer is, what the desk knows of them, where they write from, and who they may be too. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Conversation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { LabelMenu } from '../understand/label-menu.tsx';
import { Addresses } from './addresses.tsx';
import { customerQuery } from './customer-queries.ts';
import './customers.css';
import { Profile } from './profile.tsx';
import { ProposedLinks } from './proposed-links.tsx';

export function CustomerPanel({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const { customer } = conversation;
  const query = useQuery(customerQuery(customer.id));
  return (
    <section className="card-section customer-panel" aria-label={t('card.customer')} data-testid="customer-panel">
      <div className="line customer-title">
        <h3 className="grow">{t('card.customer')}</h3>
        <Link to="/customers/$customerId" params={{ customerId: customer.id }} className="line small link">
          {t('customer.open-profile')}
          <Icon name="forth" size={12} />
        </Link>
      </div>
      <Matter conversation={conversation} />
      {query.data ? (
        <>
          <ProposedLinks customer={query.data} />
          <Profile customer={query.data} />
          <h4>{t('customer.addresses')}</h4>
          <Addresses customer={query.data} at={conversation.addressId} />
        </>
      ) : query.error ? (
        <p className="small quiet">{sayProblem(query.error)}</p>
      ) : (
        <Bones shape="card" />
      )}
    </section>
  );
}

/** What this conversation says of its matter; the rest is the customer's over all of them. */
function Matter({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const { classified, language, urgency } = conversation;
  const percent = Math.round(classified.confidence * 100);
  return (
    <dl className="pairs">
      <dt>{t('card.matter')}</dt>
      <dd title={t('card.matter-by', { words: classified.evidence.join(t('list-comma')), percent })}>
        <LabelMenu conversation={conversation} />
      </dd>
      <dt>{t('card.urgency')}</dt>
      <dd>{t(`urgency.${urgency}`)}</dd>
      <dt>{t('card.language')}</dt>
      <dd>{t(`language.${language.slice(0, 2)}`, { defaultValue: language })}</dd>
    </dl>
  );
}
