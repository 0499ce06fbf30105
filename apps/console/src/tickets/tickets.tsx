/** On the card: the tickets and complaints of this conversation, each with its state, owner and promise. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '@trunkline/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { useMayReply } from '../parts/use-role.ts';
import { ticketsOfQuery } from './ticket-queries.ts';
import { TicketView } from './ticket-view.tsx';
import './tickets.css';

const TicketDialog = lazy(() => import('./ticket-dialog.tsx').then((file) => ({ default: file.TicketDialog })));

export function Tickets({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const mayReply = useMayReply();
  const [isOpen, open] = useState(false);
  const query = useQuery(ticketsOfQuery(conversation.id));
  const tickets = query.data ?? [];
  return (
    <section className="card-section" aria-label={t('ticket.title')} data-testid="tickets">
      <h3>{t('ticket.title')}</h3>
      {query.isSuccess && tickets.length === 0 && <p className="small quiet">{t('ticket.none')}</p>}
      <ul className="tickets">
        {tickets.map((ticket) => (
          <TicketView key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      {mayReply && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => open(true)}
          data-testid="new-ticket"
        >
          {t('ticket.new')}
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <TicketDialog conversation={conversation} close={() => open(false)} />
        </Suspense>
      )}
    </section>
  );
}
