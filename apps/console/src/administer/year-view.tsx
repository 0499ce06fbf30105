/** A calendar's year at a glance: each day a square with its kind as colour, shape and words; pressed, it is made another. */
import { ActionIcon } from '@mantine/core';
import type { Calendar } from '@trunkline/contracts';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { now } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { localOf } from '../time/open-hours.ts';
import { DayEditor } from './day-editor.tsx';
import { useEditing, useSay } from './editing.ts';
import { type KindOfDay, kindOfDay } from './kind-of-day.ts';
import { Part } from './page-head.tsx';
import { nextDay } from './read-shifts.ts';

const kindsOfDay: KindOfDay[] = ['open', 'special', 'holiday', 'closed'];
const two = (count: number) => String(count).padStart(2, '0');
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export function YearView({ path, calendar }: { path: string; calendar: Calendar }) {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  const today = localOf(calendar.tz, now()).date;
  const [at, setAt] = useState(today);
  const [isOpen, open] = useState(false);
  const days = useRef<HTMLDivElement>(null);
  const walked = useRef(false);
  const year = Number(at.slice(0, 4));
  const goTo = (date: string) => setAt(date);
  useEffect(() => {
    if (walked.current) days.current?.querySelector<HTMLElement>(`[data-date="${at}"]`)?.focus();
    walked.current = false;
  }, [at]);
  const press = (event: KeyboardEvent) => {
    const by = steps[event.key];
    if (!by || !mayWrite) return;
    event.preventDefault();
    walked.current = true;
    goTo(nextDay(at, by));
  };
  return (
    <Part title={t('calendars.year')} {...(mayWrite ? { hint: t('calendars.year-hint') } : {})}>
      <div className="line">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('calendars.year-before')}
          onClick={() => goTo(`${year - 1}-01-01`)}
        >
          <Icon name="back" size={14} />
        </ActionIcon>
        <b>{year}</b>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('calendars.year-after')}
          onClick={() => goTo(`${year + 1}-01-01`)}
        >
          <Icon name="forth" size={14} />
        </ActionIcon>
        <span className="grow" />
        <Legend />
      </div>
      {mayWrite && isOpen && <DayEditor key={at} {...{ path, calendar, date: at }} close={() => open(false)} />}
      <div className="year" ref={days} onKeyDown={press} role="toolbar" aria-label={t('calendars.year')}>
        {Array.from({ length: 12 }, (_none, month) => (
          <Month
            key={`${year}-${two(month + 1)}`}
            {...{ year, month, calendar, at }}
            choose={
              mayWrite
                ? (date) => {
                    goTo(date);
                    open(true);
                  }
                : null
            }
          />
        ))}
      </div>
    </Part>
  );
}

function Legend() {
  const { t } = useSay();
  return (
    <span className="legend small quiet">
      {kindsOfDay.map((kind) => (
        <span key={kind} className="line">
          <span className="year-day" data-kind={kind} />
          {t(`day.${kind}`)}
        </span>
      ))}
    </span>
  );
}

type MonthProps = {
  year: number;
  month: number;
  calendar: Calendar;
  at: string;
  /** Null where one may only look. */
  choose: ((date: string) => void) | null;
};

function Month({ year, month, calendar, at, choose }: MonthProps) {
  const { t, language } = useSay();
  const first = new Date(Date.UTC(year, month, 1));
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const name = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'short',
    timeZone: 'UTC',
  }).format(first);
  const days = Array.from({ length }, (_none, day) => `${year}-${two(month + 1)}-${two(day + 1)}`);
  const kinds = days.map((date) => kindOfDay(date, calendar));
  const open = kinds.filter((kind) => kind === 'open' || kind === 'special').length;
  const said = (date: string, kind: KindOfDay | undefined) =>
    `${date} · ${calendar.names?.[date] ?? calendar.names?.[date.slice(5)] ?? t(`day.${kind}`)}`;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles are named by it
    <div
      className="month"
      role={choose ? 'group' : 'img'}
      aria-label={t('calendars.month', { month: name, count: open })}
    >
      <span className="small quiet">{name}</span>
      <div className="year-days">
        {Array.from({ length: (first.getUTCDay() + 6) % 7 }, (_none, blank) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blanks before the first day
          <span key={`blank-${blank}`} />
        ))}
        {days.map((date, index) =>
          choose ? (
            <button
              key={date}
              type="button"
              className="year-day"
              data-kind={kinds[index]}
              data-date={date}
              aria-label={said(date, kinds[index])}
              title={said(date, kinds[index])}
              tabIndex={date === at ? 0 : -1}
              aria-pressed={date === at}
              onClick={() => choose(date)}
            >
              <span aria-hidden="true">{index + 1}</span>
            </button>
          ) : (
            <span key={date} className="year-day" data-kind={kinds[index]} title={said(date, kinds[index])} />
          ),
        )}
      </div>
    </div>
  );
}
