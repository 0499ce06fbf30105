/** One ticket: its number and subject, how it stands, who owns it, and how long the promise still has. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Ticket } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { colleaguesQuery, meQuery } from '../parts/queries.ts';
import { sayInstant } from '../parts/say-time.ts';
import { TimeLeft } from '../parts/time-left.tsx';
import { useLanguage } from '../parts/use-language.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { useDepartmentOf } from '../submissions/use-department-of.ts';
import { HandOvers } from './hand-overs.tsx';
import { ticketStates, useChangeTicket } from './ticket-queries.ts';

export function TicketView({ ticket, isLinked }: { ticket: Ticket; isLinked?: boolean }) {
  const { t } = useTranslation();
  const departmentOf = useDepartmentOf();
  const { number, kind, severity, state, subject, department } = ticket;
  return (
    <li className="ticket" data-testid="ticket" data-id={ticket.id} data-state={state}>
      <div className="line">
        <Link
          className="chip"
          data-tone={kind.startsWith('complaint') ? 'late' : 'accent'}
          to="/tickets/$ticketId"
          params={{ ticketId: ticket.id }}
          data-testid="ticket-number"
        >
          <Icon name="ticket" size={12} />
          {number}
        </Link>
        <span className="small quiet cut grow">
          {t(`ticket.kind.${kind}`)}
          {(severity === 'high' || severity === 'critical') && ` · ${t(`urgency.${severity}`)}`}
        </span>
        <Promised ticket={ticket} />
      </div>
      {isLinked ? (
        <Link className="ticket-subject" to="/tickets/$ticketId" params={{ ticketId: ticket.id }}>
          {subject}
        </Link>
      ) : (
        <p className="ticket-subject">{subject}</p>
      )}
      {ticket.state === 'with-department' && department && (
        <p className="small quiet">{t('ticket.with', { department: departmentOf({ department }) })}</p>
      )}
      <TicketFields ticket={ticket} />
      {ticket.complaint && <ComplaintView complaint={ticket.complaint} />}
      <HandOvers ticket={ticket} />
    </li>
  );
}

export function Promised({ ticket: { dueAt, openedAt, answeredAt, state } }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (answeredAt)
    return (
      <span className="left" data-pressure="calm" title={sayInstant(answeredAt, language)}>
        <Icon name="check" size={13} />
        {t('ticket.answered')}
      </span>
    );
  if (!dueAt || state === 'closed' || state === 'solved') return null;
  return <TimeLeft dueAt={dueAt} limitSeconds={(Date.parse(dueAt) - Date.parse(openedAt)) / 1000} />;
}

export function TicketFields({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const words = useWords();
  const change = useChangeTicket();
  const mayReply = useMayReply();
  const owners = useOwners(ticket);
  if (!mayReply || ticket.state === 'closed')
    return (
      <p className="small">
        {t(`ticket.state.${ticket.state}`)} · {ticket.ownerId ? words.person(ticket.ownerId) : t('ticket.no-owner')}
      </p>
    );
  return (
    <div className="ticket-fields">
      <NativeSelect
        size="xs"
        aria-label={t('ticket.state-of', { number: ticket.number })}
        value={ticket.state}
        data={ticketStates.map((value) => ({ value, label: t(`ticket.state.${value}`) }))}
        onChange={({ currentTarget }) => change(ticket, { state: currentTarget.value as Ticket['state'] })}
      />
      <NativeSelect
        size="xs"
        aria-label={t('ticket.owner-of', { number: ticket.number })}
        value={ticket.ownerId ?? ''}
        data={owners}
        onChange={({ currentTarget }) => change(ticket, { ownerId: (currentTarget.value || null) as never })}
      />
    </div>
  );
}

/** Without a department it is always somebody's. */
function useOwners({ ownerId, department }: Ticket) {
  const { t } = useTranslation();
  const words = useWords();
  const me = useQuery(meQuery).data?.staff;
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const known = [
    ...(me ? [{ id: me.id as string, name: me.name }] : []),
    ...colleagues.filter(({ id }) => id !== me?.id),
  ];
  const isKnown = ownerId === null || known.some(({ id }) => id === ownerId);
  return [
    ...(ownerId === null || department ? [{ value: '', label: t('ticket.no-owner') }] : []),
    ...(isKnown ? [] : [{ value: ownerId as string, label: words.person(ownerId) }]),
    ...known.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

export function ComplaintView({ complaint }: { complaint: NonNullable<Ticket['complaint']> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { accusedNumber, happenedAt, contactUsed, content, reachAt } = complaint;
  return (
    <details className="small">
      <summary>{t('ticket.complaint')}</summary>
      <p className="ticket-content">{content}</p>
      <dl className="pairs">
        <dt>{t('ticket.reach-at')}</dt>
        <dd>{reachAt}</dd>
        {accusedNumber && <dt>{t('ticket.accused')}</dt>}
        {accusedNumber && <dd>{accusedNumber}</dd>}
        {contactUsed && <dt>{t('ticket.contact-used')}</dt>}
        {contactUsed && <dd>{contactUsed}</dd>}
        {happenedAt && <dt>{t('ticket.happened-at')}</dt>}
        {happenedAt && <dd>{sayInstant(happenedAt, language)}</dd>}
      </dl>
    </details>
  );
}
