/** What else may be done with a ticket, out of the way of the one thing it wants: merge, split, tie. */
import { ActionIcon, Menu, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Ticket } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineQuery } from '../customers/customer-queries.ts';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { conversationQuery } from '../parts/queries.ts';
import { sayInstant } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useMayReply } from '../parts/use-role.ts';
import { TicketDialog } from './ticket-dialog.tsx';
import { ticketsOfQuery, useTicketOrder } from './ticket-queries.ts';

type Act = 'merge' | 'split' | 'tie-conversation' | 'tie-ticket';
type Props = { ticket: Ticket; close: () => void };

export function TicketActs({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const mayReply = useMayReply();
  const [act, choose] = useState<Act | null>(null);
  const isOver = ticket.state === 'solved' || ticket.state === 'closed';
  if (!mayReply) return null;
  const close = () => choose(null);
  const acts: Act[] = [
    ...(isOver || ticket.complaint ? [] : (['merge'] as const)),
    ...(ticket.state === 'closed' ? [] : (['split'] as const)),
    'tie-conversation',
    'tie-ticket',
  ];
  return (
    <>
      <Menu position="bottom-end" width={260} trapFocus returnFocus>
        <Menu.Target>
          <ActionIcon size="lg" variant="default" aria-label={t('ticket-page.more')} data-testid="ticket-more">
            <Icon name="more" size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.map((one) => (
            <Menu.Item key={one} onClick={() => choose(one)} data-testid={`ticket-${one}`}>
              {t(`ticket-page.act.${one}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {(act === 'merge' || act === 'tie-ticket') && <OtherDialog act={act} ticket={ticket} close={close} />}
      {act === 'tie-conversation' && <TieDialog ticket={ticket} close={close} />}
      {act === 'split' && <SplitDialog ticket={ticket} close={close} />}
    </>
  );
}

/** Another ticket by the number that people say; those of the same conversation are offered. */
function OtherDialog({ act, ticket, close }: Props & { act: 'merge' | 'tie-ticket' }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [number, write] = useState('');
  const near = (useQuery(ticketsOfQuery(ticket.conversationId)).data ?? []).filter(({ id }) => id !== ticket.id);
  const order = useTicketOrder(close);
  const isNumber = /^\s*T-\d{1,12}\s*$/i.test(number);
  // the dialog is gone by then: what follows hangs on the promise
  const submit = async () => {
    const path = `tickets/${ticket.id}/${act === 'merge' ? 'merge' : 'ties'}`;
    const said = act === 'merge' ? 'ticket-page.merged' : 'ticket-page.tied';
    const answer = await order
      .mutateAsync({ path, body: { number: number.trim().toUpperCase() }, said })
      .catch(() => null);
    const params = act === 'merge' && answer ? { ticketId: (answer as Ticket).id } : null;
    if (params) await navigate({ to: '/tickets/$ticketId', params });
  };
  return (
    <Dialog close={close} title={t(`ticket-page.${act}-title`, { number: ticket.number })}>
      <form
        className="ticket-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isNumber) void submit();
        }}
      >
        <TextInput
          data-autofocus
          label={t('ticket-page.other')}
          description={t(`ticket-page.${act}-hint`)}
          placeholder="T-1042"
          list="near-tickets"
          autoComplete="off"
          maxLength={16}
          value={number}
          onChange={({ currentTarget }) => write(currentTarget.value)}
          data-testid="other-ticket"
        />
        <datalist id="near-tickets">
          {near.map((one) => (
            <option key={one.id} value={one.number}>
              {one.subject}
            </option>
          ))}
        </datalist>
        <FormFoot
          close={close}
          go={t(`ticket-page.${act}-go`)}
          isReady={isNumber}
          isPending={order.isPending}
          error={order.error}
          testId="other-ticket-go"
        />
      </form>
    </Dialog>
  );
}

/** Conversations of the same customer's, the latest first. */
function TieDialog({ ticket, close }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const order = useTicketOrder(close);
  const pages = useInfiniteQuery(timelineQuery(ticket.customerId)).data?.pages ?? [];
  const seen = new Map(pages.flatMap(({ items }) => items.map((one) => [one.conversationId as string, one] as const)));
  seen.delete(ticket.conversationId);
  const choices = [...seen.values()];
  const [chosen, choose] = useState('');
  const id = chosen || (choices[0]?.conversationId ?? '');
  return (
    <Dialog close={close} title={t('ticket-page.tie-conversation-title', { number: ticket.number })}>
      <form
        className="ticket-form"
        onSubmit={(event) => {
          event.preventDefault();
          order.mutate({ path: `tickets/${ticket.id}/ties`, body: { conversationId: id }, said: 'ticket-page.tied' });
        }}
      >
        {choices.length === 0 ? (
          <p className="quiet">{t('ticket-page.no-other')}</p>
        ) : (
          <NativeSelect
            data-autofocus
            label={t('ticket-page.conversation')}
            value={id}
            data={choices.map((one) => ({
              value: one.conversationId as string,
              label: `${t(`standard.${one.standard}`)} · ${sayInstant(one.at, language)} · ${one.text.slice(0, 60)}`,
            }))}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          />
        )}
        <FormFoot
          close={close}
          go={t('ticket-page.tie-go')}
          isReady={id !== ''}
          isPending={order.isPending}
          error={order.error}
        />
      </form>
    </Dialog>
  );
}

function SplitDialog({ ticket, close }: Props) {
  const conversation = useQuery(conversationQuery(ticket.conversationId)).data;
  return conversation ? <TicketDialog conversation={conversation} of={ticket} close={close} /> : null;
}
