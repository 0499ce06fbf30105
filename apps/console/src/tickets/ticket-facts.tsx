/** What a ticket says of itself: what it is, how it stands, whose it is, whom it is about, until when. */

import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Ticket, TicketTies } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { policyQuery } from '../parts/queries.ts';
import { sayInstant } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useNameOf } from '../parts/use-name-of.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { useDepartmentOf } from '../submissions/use-department-of.ts';
import { severities } from './ticket-dialog.tsx';
import { useChangeTicket } from './ticket-queries.ts';
import { TicketFields } from './ticket-view.tsx';

export function TicketFacts({ ticket, ties }: { ticket: Ticket; ties: TicketTies | undefined }) {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const nameOf = useDepartmentOf();
  const callThem = useNameOf();
  const labels = [...new Set((ties?.conversations ?? []).flatMap(({ label, topic }) => label ?? topic ?? []))];
  const first = ties?.conversations.find(({ isFirst }) => isFirst) ?? ties?.conversations[0];
  return (
    <>
      <TicketFields ticket={ticket} />
      <dl className="pairs ticket-facts">
        <dt>{t('ticket.field.kind')}</dt>
        <dd>{t(`ticket.kind.${ticket.kind}`)}</dd>
        <dt>{t('ticket.field.severity')}</dt>
        <dd>
          <Severity ticket={ticket} />
        </dd>
        <dt>{t('ticket-page.labels')}</dt>
        <dd className="chips">
          {labels.map((label) => (
            <span key={label} className="chip">
              {words.label(label)}
            </span>
          ))}
          {labels.length === 0 && <span className="quiet">{t('ticket-page.no-label')}</span>}
        </dd>
        <dt>{t('ticket.field.department')}</dt>
        <dd>{ticket.department ? nameOf({ department: ticket.department }) : t('ticket-page.desk')}</dd>
        <dt>{t('ticket-page.customer')}</dt>
        <dd>
          {ties && first && (
            <Link to="/customers/$customerId" params={{ customerId: ties.customer.id }}>
              {callThem({ customer: ties.customer, standard: first.standard })}
            </Link>
          )}
        </dd>
        <dt>{t('ticket-page.opened')}</dt>
        <dd>
          {words.person(ticket.openedBy)} · {sayInstant(ticket.openedAt, language)}
        </dd>
        <dt>{t('ticket-page.due')}</dt>
        <dd>{ticket.dueAt ? sayInstant(ticket.dueAt, language) : t('ticket-page.no-due')}</dd>
      </dl>
    </>
  );
}

function Severity({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const change = useChangeTicket();
  const mayReply = useMayReply();
  const isKnown = useQuery(policyQuery).isSuccess;
  if (!mayReply || ticket.state === 'closed') return t(`urgency.${ticket.severity}`);
  return (
    <NativeSelect
      size="xs"
      aria-label={t('ticket.field.severity')}
      disabled={!isKnown}
      value={ticket.severity}
      data={severities.map((value) => ({ value, label: t(`urgency.${value}`) }))}
      onChange={({ currentTarget }) => change(ticket, { severity: currentTarget.value as Ticket['severity'] })}
    />
  );
}
