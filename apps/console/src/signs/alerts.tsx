/** On the floor: sensitive conversations that nobody has seen yet, newest first. */
import { useQuery } from '@tanstack/react-query';
import type { SignRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { escalationsQuery } from '../parts/queries.ts';
import { useNameOf } from '../parts/use-name-of.ts';
import { useWords } from '../parts/use-words.ts';
import { Box } from '../supervise/box.tsx';
import { ToldLines } from '../supervise/told-lines.tsx';
import { useStill } from '../supervise/use-still.ts';
import { AlertActs } from './alert-acts.tsx';
import { alertsQuery } from './sign-queries.ts';
import './signs.css';

export function Alerts() {
  const { t } = useTranslation();
  const open = useQuery(alertsQuery).data ?? [];
  const { rows, waiting, letGo, holds } = useStill(open);
  if (rows.length === 0 && waiting === 0) return null;
  return (
    <Box title={t('sign.alerts')} count={open.length} newer={{ waiting, letGo }} {...holds} data-testid="alerts">
      <ul className="items">
        {rows.map((row) => (
          <Alert key={row.id} row={row} />
        ))}
      </ul>
    </Box>
  );
}

function Alert({ row }: { row: SignRow }) {
  const { t } = useTranslation();
  const words = useWords();
  const nameOf = useNameOf();
  const { conversation } = row;
  const told = (useQuery(escalationsQuery).data ?? []).find(
    ({ conversationId, overAt }) => conversationId === conversation.id && !overAt,
  );
  const who =
    row.by === 'person' ? words.person(row.personId) : t(row.words.length > 0 ? 'sign.detected' : 'sign.counted');
  return (
    <li className="item" data-testid="alert-row" data-id={row.id} data-kind={row.kind}>
      <div className="line">
        <span className="chip" data-tone="late">
          <Icon name="alert" size={12} />
          {words.because({ code: row.kind, values: {} })}
        </span>
        <b className="cut grow">{nameOf(conversation)}</b>
        <span className="small quiet">
          <Ago at={row.at} />
        </span>
      </div>
      {row.words.length > 0 && (
        <p className="sign-words">
          {row.words.map((word) => (
            <q key={word}>{word}</q>
          ))}
        </p>
      )}
      {(row.because || row.note) && <p>{row.because ? words.because(row.because) : row.note}</p>}
      <p className="small quiet cut">{conversation.subject ?? conversation.lastWords}</p>
      <p className="small quiet cut">
        {who} · {words.queue(conversation.queue)} ·{' '}
        {conversation.agentId ? words.person(conversation.agentId) : t('nobody')}
      </p>
      <AlertActs row={row} />
      {told && <ToldLines escalation={told} />}
    </li>
  );
}
