/** One conversation in the list: who, their last words, what it is about, and how long is left. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ConversationRow } from '@trunkline/contracts';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { meQuery, policyQuery } from '../parts/queries.ts';
import { TimeLeft } from '../parts/time-left.tsx';
import { useNameOf } from '../parts/use-name-of.ts';
import { useNow } from '../parts/use-now.ts';
import { useWords } from '../parts/use-words.ts';
import { RestMark } from '../time/rest-mark.tsx';
import { restOf } from '../time/rest-of.ts';
import '../time/time.css';
import type { Filter } from './filters.ts';

type Props = { row: ConversationRow; filter: Filter; isOpen: boolean; isAt: boolean };

export const Row = memo(function Row({ row, filter, isOpen, isAt }: Props) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const words = useWords();
  const label = words.label(row.label);
  return (
    <Link
      to="/inbox/$filter/$conversationId"
      params={{ filter, conversationId: row.id }}
      className="row"
      data-row=""
      data-testid="conversation-row"
      data-id={row.id}
      data-urgency={row.urgency}
      data-at={isAt || undefined}
      aria-current={isOpen ? 'true' : undefined}
      title={row.urgency === 'high' || row.urgency === 'critical' ? t(`urgency.${row.urgency}`) : undefined}
    >
      <span className="line">
        <span className="row-channel">
          <Icon name={row.standard} size={15} label={t(`standard.${row.standard}`)} />
        </span>
        <strong className="cut">{nameOf(row)}</strong>
        {row.customer.isVerified && <Icon name="verified" size={13} label={t('verified')} />}
        {row.customer.isVip && <span className="vip">VIP</span>}
        <span className="grow" />
        <LeftOrAgo row={row} />
      </span>
      <span className="line row-words">
        {row.lastFrom !== 'customer' && (
          <Icon name={row.lastFrom === 'bot' ? 'robot' : 'reply'} size={13} label={t(`from.${row.lastFrom}`)} />
        )}
        <span className="cut grow">
          {row.subject && <b>{row.subject}: </b>}
          {row.lastWords || t('no-words')}
        </span>
        {row.unread > 0 && <Unread count={row.unread} />}
      </span>
      <span className="line row-chips">
        {(row.urgency === 'high' || row.urgency === 'critical') && (
          <span className="chip" data-tone={row.urgency === 'critical' ? 'failed' : 'soon'}>
            {t(`urgency.${row.urgency}`)}
          </span>
        )}
        {label && <span className="chip">{label}</span>}
        {row.automatic && <span className="chip">{t(`automatic.${row.automatic}`)}</span>}
        <span className="grow" />
        <Holder row={row} />
      </span>
    </Link>
  );
});

function Unread({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <span className="unread">
      <span aria-hidden="true">{count}</span>
      <span className="hidden">{t('unread', { count })}</span>
    </span>
  );
}

function LeftOrAgo({ row }: { row: ConversationRow }) {
  const policy = useQuery(policyQuery).data;
  const limits = policy?.standards[row.standard];
  const rest = restOf(row, policy, useNow());
  if (!row.nextDueAt)
    return (
      <span className="line small quiet">
        {rest && <RestMark rest={rest} />}
        <Ago at={row.lastAt} />
      </span>
    );
  const isFirst = row.state === 'bot' || row.state === 'waiting' || row.state === 'offered';
  const limitSeconds = (isFirst ? limits?.firstResponseSeconds : limits?.nextResponseSeconds) ?? 600;
  return (
    <>
      {rest && <RestMark rest={rest} />}
      <TimeLeft dueAt={row.nextDueAt} limitSeconds={limitSeconds} warnAtPercent={policy?.time.warnAtPercent} />
    </>
  );
}

function Holder({ row }: { row: ConversationRow }) {
  const { t } = useTranslation();
  const words = useWords();
  const me = useQuery(meQuery).data?.staff.id;
  const isMine = row.agentId !== null && row.agentId === me;
  const state = t(`state.${row.state}`);
  const showsState = !(isMine && row.state === 'assigned');
  return (
    <span className="row-holder cut">
      {!isMine && row.agentId ? words.person(row.agentId) : showsState ? state : words.queue(row.queue)}
    </span>
  );
}
