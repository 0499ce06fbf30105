/** The card: what to do next, who it is, which limits run, why it is here, and what was before. */
import type { Conversation } from '@trunkline/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CallCard } from '../calls/call-card.tsx';
import { Icon } from '../parts/icon.tsx';
import { useNameOf } from '../parts/use-name-of.ts';
import { ConversationSigns } from '../signs/conversation-signs.tsx';
import { Tickets } from '../tickets/tickets.tsx';
import { LabelMenu } from '../understand/label-menu.tsx';
import './card.css';
import { Deadlines } from './deadlines.tsx';
import { NextStepBox } from './next-step-box.tsx';
import { Others } from './others.tsx';
import { WhyPanel } from './why-panel.tsx';

type Props = { conversation: Conversation; write: () => void };

export function Card({ conversation, write }: Props) {
  const { t } = useTranslation();
  return (
    <div className="card">
      <NextStepBox conversation={conversation} write={write} />
      <CallCard conversation={conversation} />
      <ConversationSigns id={conversation.id} />
      <Section title={t('card.customer')}>
        <Customer conversation={conversation} />
      </Section>
      <Section title={t('card.deadlines')}>
        <Deadlines conversation={conversation} />
      </Section>
      <Tickets conversation={conversation} />
      <Section title={t('why.title')}>
        <WhyPanel conversation={conversation} />
      </Section>
      <Section title={t('card.others')}>
        <Others conversation={conversation} />
      </Section>
    </div>
  );
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card-section" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Customer({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { customer, standard, channel, classified, language } = conversation;
  const percent = Math.round(classified.confidence * 100);
  return (
    <dl className="pairs">
      <dt>{t('card.name')}</dt>
      <dd>
        <span className="cut">{nameOf(conversation)}</span>
        {customer.isVip && <span className="vip">VIP</span>}
      </dd>
      <dt>{t('card.standing')}</dt>
      <dd>
        <span className="chip" data-tone={customer.isVerified ? 'accent' : undefined}>
          <Icon name={customer.isVerified ? 'verified' : 'unverified'} size={13} />
          {t(customer.isVerified ? 'verified' : 'unverified')}
        </span>
      </dd>
      <dt>{t('card.address')}</dt>
      <dd title={channel}>
        <Icon name={standard} size={14} label={t(`standard.${standard}`)} />
        <span className="cut selectable">{customer.address}</span>
      </dd>
      <dt>{t('card.language')}</dt>
      <dd>{t(`language.${language.slice(0, 2)}`, { defaultValue: language })}</dd>
      <dt>{t('card.matter')}</dt>
      <dd title={t('card.matter-by', { words: classified.evidence.join(t('list-comma')), percent })}>
        <LabelMenu conversation={conversation} />
      </dd>
      <dt>{t('card.urgency')}</dt>
      <dd>{t(`urgency.${conversation.urgency}`)}</dd>
    </dl>
  );
}
