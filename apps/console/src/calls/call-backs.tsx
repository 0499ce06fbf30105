/** Whom to call back, first in line on top: who, why, by when, and how each try went. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { Box } from '../supervise/box.tsx';
import { useStill } from '../supervise/use-still.ts';
import { CallBackItem } from './call-back-item.tsx';
import { callBacksQuery } from './call-queries.ts';
import './calls.css';

export function CallBacks() {
  const { t } = useTranslation();
  const query = useQuery(callBacksQuery);
  const open = query.data ?? [];
  const { rows, waiting, letGo, holds } = useStill(open);
  return (
    <Box
      title={t('call-back.title')}
      count={open.length}
      newer={{ waiting, letGo }}
      {...holds}
      data-testid="call-backs"
    >
      {query.isPending && <Bones shape="card" />}
      {query.error && !query.data && <Refusal error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <Empty icon="call" title={t('call-back.none')}>
          {t('call-back.none-more')}
        </Empty>
      )}
      <ul className="items">
        {rows.map((row) => (
          <CallBackItem key={row.id} row={row} letGo={letGo} />
        ))}
      </ul>
    </Box>
  );
}
