/** One ticket with all that belongs to it, and the one thing it wants next. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Ticket, TicketTies } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { meQuery } from '../parts/queries.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useMayReply } from '../parts/use-role.ts';
import { Box } from '../supervise/box.tsx';
import '../supervise/supervise.css';
import '../conversation/card.css';
import { HandOvers } from './hand-overs.tsx';
import { nextOfTicket, type TicketStep } from './next-of-ticket.ts';
import { TicketActs } from './ticket-acts.tsx';
import { TicketFacts } from './ticket-facts.tsx';
import { ticketQuery, tiesQuery, useChangeTicket } from './ticket-queries.ts';
import { TicketTiesView } from './ticket-ties.tsx';
import { ComplaintView, Promised } from './ticket-view.tsx';
import './tickets.css';

export function TicketPage() {
  const { t } = useTranslation();
  const { ticketId = '' } = useParams({ strict: false }) as { ticketId?: string };
  const query = useQuery(ticketQuery(ticketId));
  const ties = useQuery(tiesQuery(ticketId)).data;
  const ticket = query.data;
  return (
    <main className="floor scroll" data-testid="ticket-page">
      <Link to="/tickets" className="small quiet ticket-back">
        <Icon name="back" size={14} />
        {t('ticket.all')}
      </Link>
      {!ticket &&
        (query.error ? <Refusal error={query.error} again={() => void query.refetch()} /> : <Bones shape="card" />)}
      {ticket && <TicketWhole key={ticket.id} ticket={ticket} ties={ties} />}
    </main>
  );
}

type Props = { ticket: Ticket; ties: TicketTies | undefined };

function TicketWhole({ ticket, ties }: Props) {
  const { t } = useTranslation();
  const { number, subject, complaint } = ticket;
  return (
    <>
      <header className="ticket-head">
        <div className="grow">
          <p className="line">
            <span className="chip" data-tone={ticket.kind.startsWith('complaint') ? 'late' : 'accent'}>
              <Icon name="ticket" size={12} />
              {number}
            </span>
            <span className="small quiet">{t(`ticket.state.${ticket.state}`)}</span>
            <Promised ticket={ticket} />
          </p>
          <h1>{subject}</h1>
        </div>
        <Primary ticket={ticket} />
        <TicketActs ticket={ticket} />
      </header>
      <div className="floor-plan">
        <div className="floor-side">
          <Box title={t('ticket-page.departments')} count={ticket.handOvers.length}>
            <div className="ticket-inner">
              {ticket.handOvers.length === 0 && <p className="small quiet">{t('ticket-page.no-department')}</p>}
              <HandOvers ticket={ticket} />
            </div>
          </Box>
          {ties && <TicketTiesView ticket={ticket} ties={ties} />}
        </div>
        <div className="floor-side">
          <Box title={t('ticket-page.facts')} count={0}>
            <div className="ticket-inner">
              <TicketFacts ticket={ticket} ties={ties} />
              {complaint && <ComplaintView complaint={complaint} />}
            </div>
          </Box>
        </div>
      </div>
    </>
  );
}

const icons: Record<NonNullable<TicketStep>, IconName> = {
  take: 'person',
  answer: 'chat',
  'tell-answer': 'chat',
  solve: 'solve',
  close: 'check',
  look: 'chat',
};

function Primary({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data?.staff.id ?? '';
  const mayReply = useMayReply();
  const change = useChangeTicket();
  const step = mayReply ? nextOfTicket(ticket, me) : 'look';
  if (step === null) return null;
  const words = t(`ticket-page.step.${step}`);
  const icon = <Icon name={icons[step]} size={16} />;
  if (step === 'answer' || step === 'tell-answer' || step === 'look')
    return (
      <Button
        renderRoot={(props) => (
          <Link
            {...props}
            to="/inbox/$filter/$conversationId"
            params={{ filter: 'groups', conversationId: ticket.conversationId }}
          />
        )}
        leftSection={icon}
        variant={step === 'look' ? 'default' : 'filled'}
        data-testid="ticket-primary"
        data-step={step}
      >
        {words}
      </Button>
    );
  const run = () => {
    if (step === 'take') change(ticket, { ownerId: me as never });
    else change(ticket, { state: step === 'solve' ? 'solved' : 'closed' });
  };
  return (
    <Button leftSection={icon} onClick={run} data-testid="ticket-primary" data-step={step}>
      {words}
    </Button>
  );
}
