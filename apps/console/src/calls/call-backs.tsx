/** Whom to call back, first in line on top: who, why, by when, and how each try went. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CallBack } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { Icon } from '../parts/icon.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { TimeLeft } from '../parts/time-left.tsx';
import { useWords } from '../parts/use-words.ts';
import { Box } from '../supervise/box.tsx';
import { callBacksQuery, useCallOrder } from './call-queries.ts';
import './calls.css';

const mostAttempts = 3;
const limitSeconds = 1_800;

export function CallBacks() {
  const { t } = useTranslation();
  const query = useQuery(callBacksQuery);
  const rows = query.data ?? [];
  return (
    <Box title={t('call-back.title')} count={rows.length} data-testid="call-backs">
      {query.isPending && <Bones shape="card" />}
      {query.error && !query.data && <Refusal error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <Empty icon="call" title={t('call-back.none')}>
          {t('call-back.none-more')}
        </Empty>
      )}
      <ul className="items">
        {rows.map((row) => (
          <CallBackItem key={row.id} row={row} />
        ))}
      </ul>
    </Box>
  );
}

function CallBackItem({ row }: { row: CallBack }) {
  const { t } = useTranslation();
  const words = useWords();
  const order = useCallOrder();
  const [note, setNote] = useState('');
  const number = row.address === '' ? t('call.withheld') : row.address;
  const record = (isReached: boolean) =>
    order.mutate(
      {
        path: `call-backs/${row.id}/attempts`,
        body: { isReached, note: note.trim() },
        said: isReached ? 'call-back.reached' : 'call-back.tried',
      },
      { onSuccess: () => setNote('') },
    );
  return (
    <li className="item" data-testid="call-back" data-id={row.conversationId}>
      <div className="line">
        <Link
          className="cut grow"
          to="/inbox/$filter/$conversationId"
          params={{ filter: 'groups', conversationId: row.conversationId }}
        >
          <b>{row.customer.name ?? number}</b>
        </Link>
        <TimeLeft dueAt={row.dueAt} limitSeconds={limitSeconds} />
      </div>
      <p className="small quiet cut">
        <span className="selectable">{number}</span> · {words.because({ code: row.reason, values: {} })} ·{' '}
        {words.queue(row.queue)}
      </p>
      <p className="small quiet">
        {t('call-back.attempt', { nth: row.attempts.length + 1, most: mostAttempts })}
        {row.attempts.at(-1)?.note && ` · ${row.attempts.at(-1)!.note}`}
      </p>
      <TextInput
        size="xs"
        aria-label={t('call-back.note')}
        placeholder={t('call-back.note')}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <div className="line call-acts">
        {[true, false].map((isReached) => (
          <Button
            key={String(isReached)}
            size="compact-sm"
            variant="default"
            disabled={order.isPending}
            leftSection={<Icon name={isReached ? 'check' : 'clock'} size={13} />}
            onClick={() => record(isReached)}
            data-testid={isReached ? 'call-back-reached' : 'call-back-not-reached'}
          >
            {t(isReached ? 'call-back.was-reached' : 'call-back.was-not')}
          </Button>
        ))}
      </div>
    </li>
  );
}
