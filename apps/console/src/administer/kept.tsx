/** Of the limits and promises that ended in a span: how many were kept, and how the customers were told before. */
import { NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { LimitsReport } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { ask, now } from '../parts/gateway.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useWords } from '../parts/use-words.ts';
import { useSayLimit } from '../time/use-say-limit.ts';
import { useEditing, useSay } from './editing.ts';
import { PageHead, Part } from './page-head.tsx';
import { keptShare, sumKept } from './sum-kept.ts';
import './time-pages.css';

type Asked = { from: string; to: string; queue: string };
const dayMs = 86_400_000;
const dateOf = (atMs: number) =>
  new Date(atMs - new Date(atMs).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

const reportQuery = ({ from, to, queue }: Asked) =>
  queryOptions({
    queryKey: ['limits-report', from, to, queue],
    queryFn: ({ signal }) => {
      const span = {
        from: new Date(`${from}T00:00`).toISOString(),
        to: new Date(new Date(`${to}T00:00`).getTime() + dayMs).toISOString(),
      };
      return ask<LimitsReport>(`/v1/reports/limits?${new URLSearchParams({ ...span, ...(queue ? { queue } : {}) })}`, {
        signal,
      });
    },
    placeholderData: keepPreviousData,
  });

export function Kept() {
  const { t, language } = useSay();
  const { policy } = useEditing();
  const [asked, setAsked] = useState<Asked>(() => ({ from: dateOf(now() - 29 * dayMs), to: dateOf(now()), queue: '' }));
  const put = (part: Partial<Asked>) => setAsked({ ...asked, ...part });
  const isSpan = asked.from !== '' && asked.to !== '' && asked.from <= asked.to;
  const query = useQuery({ ...reportQuery(asked), enabled: isSpan });
  return (
    <>
      <PageHead page="kept" />
      <div className="editor">
        <Part title={t('kept.span')}>
          <div className="line span-form">
            <TextInput
              type="date"
              label={t('dry-run.from')}
              value={asked.from}
              error={isSpan ? undefined : t('dry-run.no-span')}
              onChange={({ currentTarget }) => put({ from: currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('dry-run.to')}
              value={asked.to}
              onChange={({ currentTarget }) => put({ to: currentTarget.value })}
            />
            <NativeSelect
              label={t('rules.queue')}
              value={asked.queue}
              data={[
                { value: '', label: t('dry-run.all') },
                ...policy.queues.map(({ code, name }) => ({ value: code, label: name[language] || code })),
              ]}
              onChange={({ currentTarget }) => put({ queue: currentTarget.value })}
            />
          </div>
        </Part>
        {query.isPending && isSpan && <Bones shape="card" />}
        {query.error && <Refusal error={query.error} again={() => void query.refetch()} />}
        {query.data && <Report report={query.data} />}
      </div>
    </>
  );
}

function Report({ report }: { report: LimitsReport }) {
  const { t } = useSay();
  const { items, promises, notices } = report;
  const sum = sumKept(items);
  if (sum.met + sum.missed + promises.kept + promises.broken + promises.open === 0)
    return (
      <Empty icon="report" title={t('kept.empty')}>
        {t('kept.empty-more')}
      </Empty>
    );
  return (
    <>
      <div className="tiles">
        <Tile name={t('kept.limits')} share={keptShare(sum)} more={t('kept.limits-more', sum)} />
        <Tile
          name={t('kept.promises')}
          share={keptShare({ met: promises.kept, missed: promises.broken })}
          more={t('kept.promises-more', promises)}
        />
        <Tile
          name={t('kept.told')}
          share={keptShare({ met: notices.inTime, missed: notices.told - notices.inTime })}
          more={t('kept.told-more', notices)}
        />
        <Tile
          name={t('kept.new-time')}
          share={keptShare({ met: notices.newTimeKept, missed: notices.newTimeBroken })}
          more={t('kept.new-time-more', notices)}
        />
      </div>
      <KeptTable items={items} />
    </>
  );
}

function Tile({ name, share, more }: { name: string; share: number | null; more: string }) {
  return (
    <section className="tile" aria-label={name}>
      <h3>{name}</h3>
      <p className="tile-figure">{share === null ? '—' : `${share} %`}</p>
      <p className="small quiet">{more}</p>
    </section>
  );
}

function KeptTable({ items }: Pick<LimitsReport, 'items'>) {
  const { t } = useSay();
  const { t: root } = useTranslation();
  const words = useWords();
  const sayLimit = useSayLimit();
  const rows = [...items].sort(
    (one, other) => (keptShare(one) ?? 101) - (keptShare(other) ?? 101) || other.missed - one.missed,
  );
  return (
    <Part title={t('kept.by-limit')} hint={t('kept.by-limit-hint')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <div className="table-scroll" tabIndex={0}>
        <table className="grid-table report-table" data-testid="kept-table">
          <thead>
            <tr>
              {['clock', 'queue', 'limit', 'met', 'missed', 'share', 'used'].map((name) => (
                <th key={name} scope="col">
                  {t(`kept.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const share = keptShare(row);
              return (
                <tr key={`${row.clock}:${row.limit}:${row.queue}`}>
                  <th scope="row">{root(`deadline.${row.clock}`)}</th>
                  <td>{words.queue(row.queue)}</td>
                  <td>{/^(standard|silence)-/.test(row.limit) ? sayLimit(row.limit) : row.limit}</td>
                  <td>{row.met}</td>
                  <td>{row.missed}</td>
                  <td>
                    <span className="kept-bar" style={{ '--share': `${share ?? 0}%` } as never} aria-hidden="true" />
                    {share === null ? '—' : `${share} %`}
                  </td>
                  <td>{row.medianShare === null ? '—' : `${Math.round(row.medianShare * 100)} %`}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Part>
  );
}
