/** On the floor: what many report at once, how it rose, who they are, a word to all of them, and the way to end it. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IncidentRow } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { useNameOf } from '../parts/use-name-of.ts';
import { useMayDecide } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { Box } from '../supervise/box.tsx';
import { IncidentDialog } from './incident-dialog.tsx';
import { IncidentMessages } from './incident-messages.tsx';
import { incidentsQuery, useSignOrder } from './sign-queries.ts';
import './signs.css';

const mostShown = 5;

export function Incidents() {
  const { t } = useTranslation();
  const rows = useQuery(incidentsQuery).data ?? [];
  if (rows.length === 0) return null;
  return (
    <Box title={t('sign.incidents')} count={rows.length} data-testid="incidents">
      <ul className="items">
        {rows.map((row) => (
          <Incident key={row.id} row={row} />
        ))}
      </ul>
    </Box>
  );
}

function Incident({ row }: { row: IncidentRow }) {
  const { t } = useTranslation();
  const words = useWords();
  const mayDecide = useMayDecide();
  const [shown, open] = useState<'tell' | 'end' | null>(null);
  const [isWhole, showWhole] = useState(false);
  return (
    <li className="item" data-testid="incident-row" data-id={row.id}>
      <div className="line">
        <b className="cut grow">{words.label(row.label)}</b>
        <Rise counts={row.counts} minutes={row.windowMinutes} />
        <span className="small quiet">
          <Ago at={row.openedAt} />
        </span>
      </div>
      <p>
        {t('sign.rise', {
          count: row.count,
          minutes: row.windowMinutes,
          usual: Math.round(row.usual * 10) / 10,
        })}
      </p>
      <ul className="members" data-testid="incident-members">
        {row.members.slice(0, isWhole ? undefined : mostShown).map((member) => (
          <Member key={member.id} incidentId={row.id} member={member} />
        ))}
      </ul>
      {row.members.length > mostShown && (
        <button type="button" className="linkish small" onClick={() => showWhole(!isWhole)}>
          {t(isWhole ? 'incident.less' : 'incident.more', { count: row.memberCount })}
        </button>
      )}
      <IncidentMessages row={row} />
      <p className="small quiet">
        {t('sign.members', { count: row.memberCount })} · {row.queues.map(words.queue).join(t('list-comma'))}
      </p>
      <div className="line">
        {mayDecide && (
          <>
            <Button
              size="compact-sm"
              leftSection={<Icon name="send" size={14} />}
              onClick={() => open('tell')}
              data-testid="incident-tell"
            >
              {t('incident.tell-all')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Icon name="check" size={14} />}
              onClick={() => open('end')}
              data-testid="incident-close"
            >
              {t('sign.close-incident')}
            </Button>
          </>
        )}
      </div>
      {shown && <IncidentDialog row={row} isEnd={shown === 'end'} close={() => open(null)} />}
    </li>
  );
}

type MemberProps = { incidentId: string; member: IncidentRow['members'][number] };

/** Taken out by hand, it is not counted in again. */
function Member({ incidentId, member }: MemberProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const mayDecide = useMayDecide();
  const order = useSignOrder();
  const path = `incidents/${incidentId}/members/${member.id}`;
  return (
    <li className="line small">
      <Link
        to="/inbox/$filter/$conversationId"
        params={{ filter: 'groups', conversationId: member.id }}
        className="cut grow"
      >
        {nameOf(member)} <span className="quiet">{member.lastWords}</span>
      </Link>
      {mayDecide && (
        <Tooltip label={t('incident.remove')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('incident.remove')}
            disabled={order.isPending}
            onClick={() => order.mutate({ path, method: 'DELETE', done: 'incident.removed' })}
            data-testid="incident-remove"
          >
            <Icon name="close" size={13} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}

/** Window by window as small bars; the words beside say the same. */
function Rise({ counts, minutes }: { counts: number[]; minutes: number }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...counts);
  return (
    <span className="rise" role="img" aria-label={t('sign.counts', { counts: counts.join(' '), minutes })}>
      {counts.map((count, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a window has no other name than its place
        <i key={at} style={{ height: `${Math.max(8, (count / most) * 100)}%` }} />
      ))}
    </span>
  );
}
