/** One list of what presses: late, soon late, told and not acknowledged; each answered where it stands. */
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { escalationsQuery, policyQuery } from '../parts/queries.ts';
import { useWords } from '../parts/use-words.ts';
import { Box } from './box.tsx';
import './urgent.css';
import { UrgentItem } from './urgent-item.tsx';
import { urgentQuery } from './urgent-query.ts';
import { filterUrgent, type UrgentFilter, urgentFilters, urgentRows } from './urgent-rows.ts';
import { useStill } from './use-still.ts';

const pageLength = 25;

export function Urgent() {
  const { t } = useTranslation();
  const words = useWords();
  const [filter, setFilter] = useState<UrgentFilter>('all');
  const [queue, setQueue] = useState('');
  const [length, setLength] = useState(pageLength);
  const deadlines = useQuery(urgentQuery);
  const escalations = useQuery(escalationsQuery);
  const queues = useQuery(policyQuery).data?.queues ?? [];
  const all = urgentRows(deadlines.data ?? [], escalations.data ?? []);
  const fresh = filterUrgent(all, filter, queue);
  const { rows, waiting, letGo, holds } = useStill(fresh);
  const isRead = escalations.isSuccess && !deadlines.isPending;
  return (
    <Box title={t('urgent.title')} count={fresh.length} newer={{ waiting, letGo }} {...holds} data-testid="urgent">
      <div className="urgent-head">
        <SegmentedControl
          size="xs"
          value={filter}
          aria-label={t('urgent.filter')}
          onChange={(value) => setFilter(value as UrgentFilter)}
          data={urgentFilters.map((value) => ({
            value,
            label: t('urgent.counted', {
              name: t(`urgent.show.${value}`),
              count: filterUrgent(all, value, queue).length,
            }),
          }))}
        />
        <NativeSelect
          size="xs"
          aria-label={t('floor.queue')}
          value={queue}
          onChange={({ currentTarget }) => setQueue(currentTarget.value)}
          data={[
            { value: '', label: t('urgent.all-queues') },
            ...queues.map(({ code }) => ({ value: code, label: words.queue(code) })),
          ]}
        />
      </div>
      {!isRead && <Bones shape="card" />}
      {isRead && rows.length === 0 && (
        <Empty icon="solve" title={t('urgent.none')}>
          {t('urgent.none-more')}
        </Empty>
      )}
      <ul className="items">
        {rows.slice(0, length).map((row) => (
          <UrgentItem key={row.id} row={row} />
        ))}
      </ul>
      {rows.length > length && (
        <Button variant="subtle" fullWidth onClick={() => setLength(length + pageLength)}>
          {t('urgent.more', { count: rows.length - length })}
        </Button>
      )}
    </Box>
  );
}
