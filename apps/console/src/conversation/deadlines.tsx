/** The limits of this conversation: how long is left, and how each instant was worked out. */

import { Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation, Deadline } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { deadlinesQuery, policyQuery } from '../parts/queries.ts';
import { sayInstant } from '../parts/say-time.ts';
import { TimeLeft } from '../parts/time-left.tsx';
import { useLanguage } from '../parts/use-language.ts';
import { useNow } from '../parts/use-now.ts';
import { DeadlineWorkingView } from '../time/deadline-working.tsx';
import { RestMark } from '../time/rest-mark.tsx';
import { type Rest, restOf } from '../time/rest-of.ts';

export function Deadlines({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const query = useQuery(deadlinesQuery(conversation.id));
  const policy = useQuery(policyQuery).data;
  const rest = restOf(conversation, policy, useNow());
  const all = [...(query.data ?? [])].sort(
    (one, other) => Number(isOver(one)) - Number(isOver(other)) || one.dueAt.localeCompare(other.dueAt),
  );
  if (query.isSuccess && all.length === 0) return <p className="small quiet">{t('deadline.none')}</p>;
  return (
    <ul className="deadlines">
      {all.slice(0, 6).map((deadline) => (
        <li key={deadline.clockId}>
          <Popover width={392} position="left-start" trapFocus>
            <Popover.Target>
              <button type="button" className="deadline" data-state={deadline.state} title={t('deadline.open')}>
                <span className="grow cut">{t(`deadline.${deadline.policy}`, { defaultValue: deadline.policy })}</span>
                <Standing deadline={deadline} closed={rest?.why === 'closed' ? rest : null} />
                <Icon name="forth" size={12} />
              </button>
            </Popover.Target>
            <Popover.Dropdown className="working" aria-label={t('deadline.working')}>
              <DeadlineWorkingView deadline={deadline} />
            </Popover.Dropdown>
          </Popover>
        </li>
      ))}
    </ul>
  );
}

const isOver = ({ state }: Deadline) => state === 'met';

/** The clock says why it stands; when the desk opens, the calendar does. */
const restOfClock = ({ pausedBecause }: Deadline, closed: Rest | null): Rest =>
  pausedBecause === 'closed' ? (closed ?? { why: 'closed', opensAt: null }) : { why: 'with-customer' };

function Standing({ deadline, closed }: { deadline: Deadline; closed: Rest | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const warnAtPercent = useQuery(policyQuery).data?.time.warnAtPercent;
  const { state, dueAt, limitSeconds, metAt } = deadline;
  if (state === 'running' || state === 'missed')
    return (
      <>
        {closed && state === 'running' && <RestMark rest={closed} />}
        <TimeLeft dueAt={dueAt} limitSeconds={limitSeconds} warnAtPercent={warnAtPercent} />
      </>
    );
  if (state === 'paused') return <RestMark rest={restOfClock(deadline, closed)} isWordy />;
  const isKept = metAt !== null && metAt <= dueAt;
  return (
    <span
      className="left"
      data-pressure={isKept ? 'calm' : 'late'}
      title={metAt ? sayInstant(metAt, language) : undefined}
    >
      <Icon name={isKept ? 'check' : 'alert'} size={13} />
      {t(isKept ? 'deadline.kept' : 'deadline.met-late')}
    </span>
  );
}
