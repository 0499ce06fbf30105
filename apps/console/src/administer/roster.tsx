/** Who is on shift when, a week of a group at a time, and the roster's file in and out. */
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { now } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { localOf } from '../time/open-hours.ts';
import { useEditing, useSay } from './editing.ts';
import { PageHead, Part } from './page-head.tsx';
import { mondayOf, nextDay } from './read-shifts.ts';
import { RosterImport } from './roster-import.tsx';
import { RosterWeek } from './roster-week.tsx';
import './time-pages.css';

export function Roster() {
  const { t, language } = useSay();
  const { policy } = useEditing();
  const queues = policy.queues.filter(({ archived }) => !archived);
  const [queue, setQueue] = useState(queues[0]?.code ?? '');
  const calendar = policy.calendars[policy.queues.find(({ code }) => code === queue)?.calendar ?? ''];
  const tz = calendar?.tz ?? 'UTC';
  const thisWeek = mondayOf(localOf(tz, now()).date);
  const [monday, setMonday] = useState(thisWeek);
  const [isImporting, setImporting] = useState(false);
  const day = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
  const span = day.formatRange(new Date(`${monday}T00:00Z`), new Date(`${nextDay(monday, 6)}T00:00Z`));
  const file = `/v1/roster/export?${new URLSearchParams({ from: monday, to: nextDay(monday, 6) })}`;
  return (
    <>
      <PageHead page="roster">
        <Button
          size="compact-md"
          variant="default"
          leftSection={<Icon name="upload" size={14} />}
          onClick={() => setImporting(true)}
          data-testid="roster-import"
        >
          {t('roster.import')}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<Icon name="download" size={14} />}
          component="a"
          href={file}
          download
        >
          {t('roster.export')}
        </Button>
      </PageHead>
      <div className="editor">
        <Part title={t('roster.week')} hint={t('roster.hint', { tz })}>
          <div className="line roster-head">
            <NativeSelect
              aria-label={t('roster.group')}
              value={queue}
              data={queues.map(({ code, name }) => ({ value: code, label: name[language] || code }))}
              onChange={({ currentTarget }) => setQueue(currentTarget.value)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('roster.before')}
              onClick={() => setMonday(nextDay(monday, -7))}
            >
              <Icon name="back" size={14} />
            </ActionIcon>
            <b>{span}</b>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('roster.after')}
              onClick={() => setMonday(nextDay(monday, 7))}
            >
              <Icon name="forth" size={14} />
            </ActionIcon>
            {monday !== thisWeek && (
              <Button size="compact-sm" variant="subtle" onClick={() => setMonday(thisWeek)}>
                {t('roster.this-week')}
              </Button>
            )}
          </div>
          {queue && <RosterWeek key={`${queue}:${monday}`} {...{ queue, monday, tz }} />}
        </Part>
      </div>
      {isImporting && <RosterImport close={() => setImporting(false)} />}
    </>
  );
}
