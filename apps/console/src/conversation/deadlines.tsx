/** The limits of this conversation: how long is left, and how each instant was worked out. */

import { Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Deadline } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { deadlinesQuery, policyQuery } from '../parts/queries.ts';
import { sayClock, sayInstant, sayStretch } from '../parts/say-time.ts';
import { TimeLeft } from '../parts/time-left.tsx';
import { useLanguage } from '../parts/use-language.ts';

export function Deadlines({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const query = useQuery(deadlinesQuery(conversationId));
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
                <Standing deadline={deadline} />
                <Icon name="forth" size={12} />
              </button>
            </Popover.Target>
            <Popover.Dropdown className="working" aria-label={t('deadline.working')}>
              <Working deadline={deadline} />
            </Popover.Dropdown>
          </Popover>
        </li>
      ))}
    </ul>
  );
}

const isOver = ({ state }: Deadline) => state === 'met';

function Standing({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const warnAtPercent = useQuery(policyQuery).data?.time.warnAtPercent;
  const { state, dueAt, limitSeconds, metAt } = deadline;
  if (state === 'running' || state === 'missed')
    return <TimeLeft dueAt={dueAt} limitSeconds={limitSeconds} warnAtPercent={warnAtPercent} />;
  if (state === 'paused') return <span className="left">{t('deadline.paused')}</span>;
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

function Working({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { working, limitSeconds, startedAt, dueAt, calendar } = deadline;
  return (
    <>
      <h4>{t('deadline.working')}</h4>
      <p className="small">
        {t('deadline.sum', {
          limit: sayStretch(limitSeconds * 1000, language),
          calendar,
          from: sayInstant(startedAt, language),
          due: sayInstant(dueAt, language),
        })}
      </p>
      <ol className="spans">
        {working.map(({ from, to, seconds, counted, because }) => (
          <li key={from + because} data-counted={counted || undefined}>
            <Icon name={counted ? 'check' : 'close'} size={12} />
            <span className="grow" title={`${sayInstant(from, language)} – ${sayInstant(to, language)}`}>
              {new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
                weekday: 'short',
                day: 'numeric',
                month: 'short',
              }).format(new Date(from))}{' '}
              {sayClock(from, language)}–{sayClock(to, language)}
            </span>
            <span>{t(`span.${because}`)}</span>
            <b>{counted ? `+${sayStretch(seconds * 1000, language)}` : '—'}</b>
          </li>
        ))}
      </ol>
    </>
  );
}
