/** All tickets and complaints, the newest on top, and beside them who is to be asked again. */
import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallBacks } from '../calls/call-backs.tsx';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useIsMember } from '../parts/use-role.ts';
import { Box } from '../supervise/box.tsx';
import '../supervise/supervise.css';
import { DepartmentDesk } from './department-desk.tsx';
import { FollowUps } from './follow-ups.tsx';
import { ticketsQuery } from './ticket-queries.ts';
import { TicketView } from './ticket-view.tsx';
import './tickets.css';

const asked = { open: 'state=open,with-customer,with-department', mine: 'owner=me', over: 'state=solved,closed' };
type Which = keyof typeof asked;

/** Members of a department have their own: what they were handed, and nothing else. */
export function TicketsPage() {
  return useIsMember() ? <DepartmentDesk /> : <AllTickets />;
}

function AllTickets() {
  const { t } = useTranslation();
  const [which, choose] = useState<Which>('open');
  return (
    <main className="floor scroll">
      <h1>{t('ticket.all')}</h1>
      <div className="floor-plan">
        <div className="floor-side">
          <SegmentedControl
            value={which}
            onChange={(value) => choose(value as Which)}
            aria-label={t('ticket.which')}
            data={(['open', 'mine', 'over'] as const).map((value) => ({ value, label: t(`ticket.show.${value}`) }))}
            style={{ justifySelf: 'start' }}
          />
          <TicketList which={which} />
        </div>
        <div className="floor-side">
          <CallBacks />
          <FollowUps />
        </div>
      </div>
    </main>
  );
}

function TicketList({ which }: { which: Which }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(ticketsQuery(asked[which]));
  const tickets = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Box title={t(`ticket.show.${which}`)} count={tickets.length}>
      {query.isPending && <Bones shape="card" />}
      {query.error && tickets.length === 0 && <Refusal error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && tickets.length === 0 && (
        <Empty icon="ticket" title={t(`ticket.empty.${which}`)}>
          {t('ticket.empty-more')}
        </Empty>
      )}
      <ul className="tickets-all">
        {tickets.map((ticket) => (
          <TicketView key={ticket.id} ticket={ticket} isLinked />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="subtle"
          fullWidth
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('ticket.more')}
        </Button>
      )}
    </Box>
  );
}
