/** A department member's whole desk: what was handed to their departments, what waits for their answer first. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Ticket } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { Icon } from '../parts/icon.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { Box } from '../supervise/box.tsx';
import '../supervise/supervise.css';
import { AnswerForm, HandOverView } from './hand-overs.tsx';
import { ticketsQuery } from './ticket-queries.ts';
import { ComplaintView } from './ticket-view.tsx';
import './tickets.css';

const waitsFor = (ticket: Ticket): boolean =>
  ticket.state === 'with-department' && ticket.handOvers.at(-1)?.answeredAt === null;

export function DepartmentDesk() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(ticketsQuery(''));
  const tickets = query.data?.pages.flatMap((page) => page.items) ?? [];
  const waiting = tickets.filter(waitsFor);
  const over = tickets.filter((ticket) => !waitsFor(ticket));
  return (
    <main className="floor scroll">
      <h1>{t('hand-over.desk')}</h1>
      <div className="floor-plan">
        <div className="floor-side">
          <Box title={t('hand-over.waiting')} count={waiting.length} data-testid="handed-waiting">
            {query.isPending && <Bones shape="card" />}
            {query.error && tickets.length === 0 && <Refusal error={query.error} again={() => void query.refetch()} />}
            {query.isSuccess && waiting.length === 0 && (
              <Empty icon="check" title={t('hand-over.nothing')}>
                {t('hand-over.nothing-more')}
              </Empty>
            )}
            <ul className="tickets-all">
              {waiting.map((ticket) => (
                <Handed key={ticket.id} ticket={ticket} />
              ))}
            </ul>
          </Box>
        </div>
        <div className="floor-side">
          <Box title={t('hand-over.over')} count={over.length} data-testid="handed-over">
            {query.isSuccess && over.length === 0 && <p className="small quiet box-none">{t('hand-over.none-over')}</p>}
            <ul className="tickets-all">
              {over.map((ticket) => (
                <Handed key={ticket.id} ticket={ticket} />
              ))}
            </ul>
          </Box>
        </div>
      </div>
    </main>
  );
}

function Handed({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { number, kind, severity, state, subject, complaint } = ticket;
  return (
    <li className="ticket" data-testid="handed-ticket" data-id={ticket.id} data-state={state}>
      <div className="line">
        <span className="chip" data-tone={kind.startsWith('complaint') ? 'late' : 'accent'}>
          <Icon name="ticket" size={12} />
          {number}
        </span>
        <span className="small quiet cut grow">
          {t(`ticket.kind.${kind}`)} · {t(`urgency.${severity}`)}
        </span>
      </div>
      <p className="ticket-subject">{subject}</p>
      {complaint && <ComplaintView complaint={complaint} />}
      <ol className="hand-overs">
        {ticket.handOvers.map((one) => (
          <HandOverView key={one.id} one={one} />
        ))}
      </ol>
      {waitsFor(ticket) && <AnswerForm ticket={ticket} />}
    </li>
  );
}
