/** On the floor: what is with departments, and results that nobody has told the customer yet; the oldest first. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SubmissionRow } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { useNameOf } from '../parts/use-name-of.ts';
import { useMayDecide } from '../parts/use-role.ts';
import { Box } from '../supervise/box.tsx';
import { DeliverDialog } from './deliver-dialog.tsx';
import { ResultDialog } from './result-dialog.tsx';
import { submissionsQuery } from './submission-queries.ts';
import { standOf } from './submissions.tsx';
import { useDepartmentOf } from './use-department-of.ts';
import './submissions.css';

export function Results() {
  const { t } = useTranslation();
  const rows = useQuery(submissionsQuery).data ?? [];
  // what asks for a word of the supervisor stands above what waits for others
  const sorted = [...rows].sort((a, b) => rank(a) - rank(b));
  if (rows.length === 0) return null;
  return (
    <Box title={t('submission.title')} count={rows.length} data-testid="results">
      <ul className="items">
        {sorted.map((row) => (
          <Result key={row.id} row={row} />
        ))}
      </ul>
    </Box>
  );
}

const rank = ({ resultAt, delivery }: SubmissionRow): number => (resultAt === null ? 2 : delivery === null ? 0 : 1);

function Result({ row }: { row: SubmissionRow }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const departmentOf = useDepartmentOf();
  const mayDecide = useMayDecide();
  const [asks, ask] = useState(false);
  const close = () => ask(false);
  const isHere = row.resultAt !== null;
  return (
    <li className="item" data-testid="result-row" data-id={row.id} data-stand={standOf(row)}>
      <div className="line">
        <Link
          className="cut grow"
          to="/inbox/$filter/$conversationId"
          params={{ filter: 'groups', conversationId: row.conversationId }}
        >
          <b>{nameOf(row)}</b> <span className="quiet">{row.number}</span>
        </Link>
        <span className="small quiet">
          <Ago at={row.resultAt ?? row.submittedAt} />
        </span>
      </div>
      <p className="small quiet cut">
        {departmentOf(row)} · {t('submission.turn', { turn: row.turn })} · {t(`attitude.${row.attitude}`)} ·{' '}
        {row.subject}
      </p>
      {row.result && <p className="cut">{row.result}</p>}
      <div className="line">
        <span className="small quiet grow">
          {t(isHere ? `submission.goes-out.${row.delivery ?? 'undecided'}` : 'submission.stand.with-department')}
        </span>
        {mayDecide && (
          <Button
            size="compact-sm"
            variant={isHere && row.delivery === null ? 'filled' : 'default'}
            leftSection={<Icon name={isHere ? 'send' : 'check'} size={14} />}
            onClick={() => ask(true)}
            data-testid={isHere ? 'deliver' : 'record-result'}
          >
            {t(isHere ? 'submission.settle' : 'submission.record')}
          </Button>
        )}
      </div>
      {asks && (isHere ? <DeliverDialog one={row} close={close} /> : <ResultDialog one={row} close={close} />)}
    </li>
  );
}
