/** What would have been otherwise: waits before and after by queue, people's work, and who would have got what instead. */
import { Link } from '@tanstack/react-router';
import type { ReplayReport, WaitDifference, WaitFigures } from '@trunkline/contracts';
import { Empty } from '../parts/empty.tsx';
import { sayInstant, sayStretch } from '../parts/say-time.ts';
import { useWords } from '../parts/use-words.ts';
import { useSay } from './editing.ts';
import { Part } from './page-head.tsx';

const figures = ['taken', 'p50', 'p90', 'withinLimit'] as const;
type Figure = (typeof figures)[number];

export function DryRunReport({ report }: { report: ReplayReport }) {
  const { t } = useSay();
  const { queues, waits, decisions, differing, inputs, notJudgedAnew, agents } = report;
  if (inputs === 0) {
    return (
      <Empty icon="clock" title={t('dry-run.empty')}>
        {t('dry-run.empty-more')}
      </Empty>
    );
  }
  return (
    <>
      <Part
        title={t('dry-run.waits')}
        hint={t('dry-run.sum', { changed: decisions.changed, of: decisions.before, differing })}
      >
        <div className="table-scroll" data-testid="dry-run-report">
          <table className="grid-table report-table">
            <thead>
              <tr>
                <th scope="col">{t('rules.queue')}</th>
                {figures.map((name) => (
                  <th key={name} scope="col">
                    {t(`dry-run.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {queues.map((row) => (
                <WaitRow key={row.queue} code={row.queue} before={row.before} after={row.after} />
              ))}
              <WaitRow code={null} before={waits.before} after={waits.after} />
            </tbody>
          </table>
        </div>
        {notJudgedAnew > 0 && <p className="quiet small">{t('dry-run.as-they-were', { count: notJudgedAnew })}</p>}
      </Part>
      <Differences rows={report.differences} all={differing} />
      {agents.length > 0 && <People agents={agents} />}
    </>
  );
}

function WaitRow({ code, before, after }: { code: string | null; before: WaitFigures; after: WaitFigures }) {
  const { t } = useSay();
  const words = useWords();
  return (
    <tr data-sum={code === null || undefined}>
      <th scope="row">{code === null ? t('dry-run.all') : words.queue(code)}</th>
      {figures.map((name) => (
        <td key={name}>
          <BeforeAfter before={before[name]} after={after[name]} figure={name} />
        </td>
      ))}
    </tr>
  );
}

/** Better or worse is said by an arrow and a word, not by colour alone. */
function BeforeAfter({ before, after, figure }: { before: number | null; after: number | null; figure: Figure }) {
  const { t, language } = useSay();
  const say = (value: number | null) =>
    value === null
      ? '—'
      : figure === 'withinLimit'
        ? `${Math.round(value * 100)} %`
        : figure === 'taken'
          ? String(value)
          : sayStretch(value * 1000, language);
  if (say(before) === say(after)) return <span className="quiet">{say(after)}</span>;
  const isBetter = (after ?? 0) > (before ?? 0) === (figure === 'taken' || figure === 'withinLimit');
  return (
    <span className="before-after" data-better={isBetter}>
      <span className="quiet">{say(before)}</span> → <b>{say(after)}</b>
      <span className="hidden">{t(isBetter ? 'dry-run.better' : 'dry-run.worse')}</span>
      <span aria-hidden="true">{isBetter ? '▲' : '▼'}</span>
    </span>
  );
}

function Differences({ rows, all }: { rows: WaitDifference[]; all: number }) {
  const { t, language } = useSay();
  const words = useWords();
  if (rows.length === 0) return null;
  const say = ({ agentId, queue, waitSeconds }: WaitDifference['before']) =>
    agentId
      ? t('dry-run.taking', {
          name: words.person(agentId),
          queue: words.queue(queue),
          wait: sayStretch((waitSeconds ?? 0) * 1000, language),
        })
      : t('dry-run.nobody', { queue: words.queue(queue) });
  return (
    <Part title={t('dry-run.otherwise')} hint={rows.length < all ? t('shown-of', { shown: rows.length, of: all }) : ''}>
      <div className="table-scroll tall">
        <table className="grid-table report-table">
          <thead>
            <tr>
              <th scope="col">{t('dry-run.since')}</th>
              <th scope="col">{t('dry-run.was')}</th>
              <th scope="col">{t('dry-run.would-be')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.conversationId + row.since}>
                <th scope="row">
                  <Link
                    to="/inbox/$filter/$conversationId"
                    params={{ filter: 'groups', conversationId: row.conversationId }}
                    className="link"
                  >
                    {sayInstant(row.since, language)}
                  </Link>
                </th>
                <td>{say(row.before)}</td>
                <td>{say(row.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}

function People({ agents }: Pick<ReplayReport, 'agents'>) {
  const { t } = useSay();
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return (
    <Part title={t('dry-run.people')} hint={t('dry-run.people-hint')}>
      <div className="table-scroll tall">
        <table className="grid-table report-table">
          <thead>
            <tr>
              <th scope="col">{t('staff.name')}</th>
              <th scope="col">{t('dry-run.given')}</th>
              <th scope="col">{t('dry-run.used')}</th>
            </tr>
          </thead>
          <tbody>
            {agents.map(({ agentId, name, before, after }) => (
              <tr key={agentId}>
                <th scope="row">{name}</th>
                <td>{before.given === after.given ? after.given : `${before.given} → ${after.given}`}</td>
                <td>
                  {percent(before.used)} → {percent(after.used)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}
