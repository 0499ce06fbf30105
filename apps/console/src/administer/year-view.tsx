/** A calendar's year at a glance: each day as a square, with its kind as colour, shape and words. */
import { ActionIcon } from '@mantine/core';
import type { Calendar } from '@trunkline/contracts';
import { useState } from 'react';
import { now } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { useSay } from './editing.ts';
import { type KindOfDay, kindOfDay } from './kind-of-day.ts';
import { Part } from './page-head.tsx';

const kindsOfDay: KindOfDay[] = ['open', 'special', 'holiday', 'closed'];
const two = (count: number) => String(count).padStart(2, '0');

export function YearView({ calendar }: { calendar: Calendar }) {
  const { t, language } = useSay();
  const [year, setYear] = useState(() => new Date(now()).getFullYear());
  return (
    <Part title={t('calendars.year')}>
      <div className="line">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('calendars.year-before')}
          onClick={() => setYear(year - 1)}
        >
          <Icon name="back" size={14} />
        </ActionIcon>
        <b>{year}</b>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('calendars.year-after')}
          onClick={() => setYear(year + 1)}
        >
          <Icon name="forth" size={14} />
        </ActionIcon>
        <span className="grow" />
        <span className="legend small quiet">
          {kindsOfDay.map((kind) => (
            <span key={kind} className="line">
              <span className="year-day" data-kind={kind} />
              {t(`day.${kind}`)}
            </span>
          ))}
        </span>
      </div>
      <div className="year">
        {Array.from({ length: 12 }, (_none, month) => (
          <Month key={`${year}-${two(month + 1)}`} year={year} month={month} calendar={calendar} language={language} />
        ))}
      </div>
    </Part>
  );
}

function Month({
  year,
  month,
  calendar,
  language,
}: {
  year: number;
  month: number;
  calendar: Calendar;
  language: 'en' | 'zh';
}) {
  const { t } = useSay();
  const first = new Date(Date.UTC(year, month, 1));
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const name = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'short',
    timeZone: 'UTC',
  }).format(first);
  const days = Array.from({ length }, (_none, day) => `${year}-${two(month + 1)}-${two(day + 1)}`);
  const kinds = days.map((date) => kindOfDay(date, calendar));
  const open = kinds.filter((kind) => kind === 'open' || kind === 'special').length;
  return (
    <div className="month" role="img" aria-label={t('calendars.month', { month: name, count: open })}>
      <span className="small quiet">{name}</span>
      <div className="year-days">
        {Array.from({ length: (first.getUTCDay() + 6) % 7 }, (_none, blank) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blanks before the first day
          <span key={`blank-${blank}`} />
        ))}
        {days.map((date, index) => (
          <span
            key={date}
            className="year-day"
            data-kind={kinds[index]}
            title={`${date} · ${t(`day.${kinds[index]}`)}`}
          />
        ))}
      </div>
    </div>
  );
}
