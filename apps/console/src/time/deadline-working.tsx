/** How a deadline came about: the limit that won, each span that counted or not, pauses, moves, and what was told. */
import type { Deadline } from '@trunkline/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../parts/icon.tsx';
import { sayClock, sayInstant, sayStretch } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useWords } from '../parts/use-words.ts';
import './time.css';
import { useSayCalendar, useSayLimit } from './use-say-limit.ts';

export function DeadlineWorkingView({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sayLimit = useSayLimit();
  const sayCalendar = useSayCalendar();
  const { limit, limitSeconds, workingDays, startedAt, dueAt, calendar } = deadline;
  const values = {
    calendar: sayCalendar(calendar),
    from: sayInstant(startedAt, language),
    due: sayInstant(dueAt, language),
  };
  return (
    <>
      <h4>{t('deadline.working')}</h4>
      {limit && <p className="small quiet">{sayLimit(limit)}</p>}
      <p className="small">
        {workingDays
          ? t('time.sum-days', { ...values, count: workingDays })
          : t('deadline.sum', { ...values, limit: sayStretch(limitSeconds * 1000, language) })}
      </p>
      <Told deadline={deadline} />
      <Spans working={deadline.working} />
    </>
  );
}

/** What happened to it while it ran. */
function Told({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const { pausedSince, pausedBecause, forecastAt, dueAt, toldAt, newTime, moves = [] } = deadline;
  const at = (instant: string) => sayInstant(instant, language);
  return (
    <ul className="told">
      {pausedSince && (
        <Line icon="pause">{t(`time.paused.${pausedBecause ?? 'closed'}`, { at: at(pausedSince) })}</Line>
      )}
      {moves.map((move) => (
        <Line key={move.at} icon="transfer">
          {t('time.moved', { from: at(move.from), to: at(move.to), because: words.because(move.because) })}
        </Line>
      ))}
      {forecastAt && (
        <Line icon="clock" isLate={forecastAt > dueAt}>
          {t(forecastAt > dueAt ? 'time.forecast-late' : 'time.forecast', { at: at(forecastAt) })}
        </Line>
      )}
      {toldAt && (
        <Line icon="send">
          {t(newTime ? 'time.told' : 'time.told-none', { at: at(toldAt), ...(newTime ? { time: at(newTime) } : {}) })}
        </Line>
      )}
    </ul>
  );
}

function Line({ icon, isLate, children }: { icon: IconName; isLate?: boolean; children: ReactNode }) {
  return (
    <li data-late={isLate || undefined}>
      <Icon name={icon} size={13} />
      <span>{children}</span>
    </li>
  );
}

/** In the person's own zone, or in the one that is given. */
export function Spans({ working, zone }: { working: Deadline['working']; zone?: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const day = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(zone ? { timeZone: zone } : {}),
  });
  return (
    <ol className="spans">
      {working.map(({ from, to, seconds, counted, because, name, days }) => {
        const [first, last] = [day.format(new Date(from)), day.format(new Date(to))];
        const spoken =
          first === last ? `${first} ${sayClock(from, language, zone)}–${sayClock(to, language, zone)}` : null;
        return (
          <li key={from + because} data-counted={counted || undefined}>
            <Icon name={counted ? 'check' : 'close'} size={12} />
            <span className="grow" title={`${sayInstant(from, language, zone)} – ${sayInstant(to, language, zone)}`}>
              {spoken ?? `${first} ${sayClock(from, language, zone)} – ${last} ${sayClock(to, language, zone)}`}
            </span>
            <span>
              {name ?? t(`span.${because}`)}
              {days && days > 1 ? ` · ${t('time.days', { count: days })}` : ''}
            </span>
            <b>{counted ? `+${sayStretch(seconds * 1000, language)}` : '—'}</b>
          </li>
        );
      })}
    </ol>
  );
}
