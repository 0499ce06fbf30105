/** Who is on duty for each group, who of them is signed in, and until when. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { DutyRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { Face } from '../parts/face.tsx';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { sayInstant, sayMoment } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useNow } from '../parts/use-now.ts';
import { useWords } from '../parts/use-words.ts';
import { Box } from './box.tsx';

export const dutyQuery = queryOptions({
  queryKey: ['duty'],
  queryFn: async ({ signal }) => (await ask<{ items: DutyRow[] }>('/v1/duty', { signal })).items,
  refetchInterval: 60_000,
});

export function Duty() {
  const { t } = useTranslation();
  const query = useQuery(dutyQuery);
  const rows = query.data ?? [];
  return (
    <Box title={t('duty.title')} count={rows.length} data-testid="duty">
      {query.isPending && <Bones shape="card" />}
      {!query.isPending && rows.length === 0 && (
        <Empty icon="calendar" title={t('duty.none')}>
          {t('duty.none-more')}
        </Empty>
      )}
      <ul className="items">
        {rows.map((row) => (
          <Group key={row.queue} row={row} />
        ))}
      </ul>
    </Box>
  );
}

function Group({ row: { queue, onDuty, there, onShift, until, by } }: { row: DutyRow }) {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const nowMs = useNow();
  return (
    <li className="item" data-testid="duty-row" data-queue={queue}>
      <div className="line">
        <b className="grow cut">{words.queue(queue)}</b>
        <span className="small quiet" title={until ? sayInstant(until, language) : undefined}>
          {until ? t('duty.until', { at: sayMoment(until, nowMs, language) }) : by === 'standing' && t('duty.standing')}
        </span>
      </div>
      {there.length === 0 && (
        <p className="left" data-pressure="late">
          <Icon name="alert" size={13} />
          {t(onDuty.length > 0 ? 'duty.nobody-there' : 'duty.nobody')}
        </p>
      )}
      <ul className="duty-people">
        {onDuty.map((id) => {
          const isThere = there.includes(id);
          return (
            <li key={id} className="line small">
              <Face name={words.person(id)} size={22} presence={isThere ? 'online' : 'offline'} />
              <span className="cut">{words.person(id)}</span>
              {!isThere && <span className="quiet">{t('duty.away')}</span>}
            </li>
          );
        })}
      </ul>
      {by === 'roster' && <p className="small quiet">{t('duty.on-shift', { count: onShift.length })}</p>}
    </li>
  );
}
