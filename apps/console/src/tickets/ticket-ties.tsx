/** What belongs together with a ticket: conversations that are about it, tickets it came from or went into; tied by hand, untied. */
import { ActionIcon } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Ticket, TicketTies, TiedConversation, TiedTicket } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { Box } from '../supervise/box.tsx';
import { useUntie } from './ticket-queries.ts';

type Props = { ticket: Ticket; ties: TicketTies };

export function TicketTiesView({ ticket, ties: { conversations, tickets } }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Box title={t('ticket-page.conversations')} count={conversations.length} data-testid="tied-conversations">
        <ul className="items">
          {conversations.map((one) => (
            <Conversation key={one.id} ticket={ticket} one={one} />
          ))}
        </ul>
      </Box>
      {tickets.length > 0 && (
        <Box title={t('ticket-page.tickets')} count={tickets.length} data-testid="tied-tickets">
          <ul className="items">
            {tickets.map((one) => (
              <Other key={`${one.id} ${one.how}`} ticket={ticket} one={one} />
            ))}
          </ul>
        </Box>
      )}
    </>
  );
}

function Conversation({ ticket, one }: { ticket: Ticket; one: TiedConversation }) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <li className="item">
      <div className="line">
        <Icon name={one.standard === 'mail' ? 'mail' : one.standard === 'call' ? 'call' : 'chat'} size={15} />
        <Link
          className="grow cut"
          to="/inbox/$filter/$conversationId"
          params={{ filter: 'groups', conversationId: one.id }}
        >
          {one.subject ?? words.label(one.label ?? one.topic) ?? t(`standard.${one.standard}`)}
        </Link>
        <span className="small quiet">
          {words.queue(one.queue)} · {t(`state.${one.state}`)} · <Ago at={one.arrivedAt} />
        </span>
        {!one.isFirst && <Untie ticket={ticket} other={one.id} />}
      </div>
    </li>
  );
}

function Other({ ticket, one }: { ticket: Ticket; one: TiedTicket }) {
  const { t } = useTranslation();
  return (
    <li className="item" data-testid="tied-ticket" data-how={one.how}>
      <div className="line">
        <span className="chip">{one.number}</span>
        <Link className="grow cut" to="/tickets/$ticketId" params={{ ticketId: one.id }}>
          {one.subject}
        </Link>
        <span className="small quiet">
          {t(`ticket-page.how.${one.how}`)} · {t(`ticket.state.${one.state}`)}
        </span>
        {one.how === 'linked' && <Untie ticket={ticket} other={one.id} />}
      </div>
    </li>
  );
}

function Untie({ ticket, other }: { ticket: Ticket; other: string }) {
  const { t } = useTranslation();
  const mayReply = useMayReply();
  const untie = useUntie(ticket.id);
  if (!mayReply) return null;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={t('ticket-page.untie')}
      title={t('ticket-page.untie')}
      onClick={() => untie(other)}
      data-testid="untie"
    >
      <Icon name="close" size={14} />
    </ActionIcon>
  );
}
