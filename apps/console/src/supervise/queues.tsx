/** The queues: who waits, since when, how long it will take, and who is there for it. */

import { useQuery } from '@tanstack/react-query';
import type { QueueRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { Icon } from '../parts/icon.tsx';
import { policyQuery } from '../parts/queries.ts';
import { sayInstant, sayStretch } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useNow } from '../parts/use-now.ts';

export function Queues({ rows }: { rows: QueueRow[] | undefined }) {
  const { t } = useTranslation();
  const total = rows?.reduce((sum, row) => sum + row.waiting, 0) ?? 0;
  return (
    <section className="box" aria-label={t('floor.queues')}>
      <header className="box-head">
        <h2 className="grow">{t('floor.queues')}</h2>
        <span className="small quiet">{t('floor.waiting-sum', { count: total })}</span>
      </header>
      {rows ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        <div className="box-scroll" tabIndex={0}>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{t('floor.queue')}</th>
                <th scope="col">{t('floor.waiting')}</th>
                <th scope="col">{t('floor.oldest')}</th>
                <th scope="col">{t('floor.wait')}</th>
                <th scope="col">{t('floor.ringing')}</th>
                <th scope="col">{t('floor.held')}</th>
                <th scope="col">{t('floor.seats')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Queue key={row.code} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Bones shape="card" />
      )}
    </section>
  );
}

function Queue({ row }: { row: QueueRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isBare = row.agentsOnline === 0 && row.waiting > 0;
  return (
    <tr data-testid="queue-row">
      <th scope="row">
        <span className="line">
          <span className="cut">{row.name[language]}</span>
          {!row.open && <span className="chip">{t('floor.closed')}</span>}
        </span>
      </th>
      <td>
        <b className={row.waiting > 0 ? 'figure' : 'quiet'}>{row.waiting}</b>
      </td>
      <td>
        <Oldest at={row.oldestArrivedAt} />
      </td>
      <td>
        {row.estimatedWait ? (
          t('floor.range', { low: minutesOf(row.estimatedWait.low), high: minutesOf(row.estimatedWait.high) })
        ) : (
          <span className="quiet">—</span>
        )}
      </td>
      <td>{row.offered || <span className="quiet">0</span>}</td>
      <td>{row.assigned || <span className="quiet">0</span>}</td>
      <td>
        <span className="left" data-pressure={isBare ? 'late' : undefined}>
          {isBare && <Icon name="alert" size={13} label={t('floor.bare')} />}
          {row.agentsOnline}/{row.agentsInGroup}
        </span>
      </td>
    </tr>
  );
}

const minutesOf = (seconds: number) => Math.max(1, Math.round(seconds / 60));

function Oldest({ at }: { at: string | null }) {
  const nowMs = useNow();
  const language = useLanguage();
  const warn = useQuery(policyQuery).data?.standards.chat.firstResponseSeconds ?? 60;
  if (!at) return <span className="quiet">—</span>;
  const waitedMs = nowMs - Date.parse(at);
  return (
    <span
      className="left"
      data-pressure={waitedMs > warn * 10_000 ? 'late' : waitedMs > warn * 1000 ? 'soon' : 'calm'}
      title={sayInstant(at, language)}
    >
      <Icon name="clock" size={13} />
      {sayStretch(waitedMs, language)}
    </span>
  );
}
