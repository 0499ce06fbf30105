/** What could not be taken in: its reason, the record itself, and taking it in again with one click. */

import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ParkedRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { parkedQuery } from '../parts/queries.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { useWords } from '../parts/use-words.ts';
import { Box } from './box.tsx';

export function Parked() {
  const { t } = useTranslation();
  const query = useQuery(parkedQuery);
  const rows = (query.data?.items ?? []).filter(({ takenInAt }) => !takenInAt);
  const count = query.data?.count ?? 0;
  return (
    <Box title={t('floor.parked')} count={count}>
      {query.isPending && <Bones shape="card" />}
      {query.isSuccess && rows.length === 0 && (
        <Empty icon="parked" title={t('floor.no-parked')}>
          {t('floor.no-parked-more')}
        </Empty>
      )}
      <ul className="items">
        {rows.map((row) => (
          <ParkedItem key={row.id} row={row} />
        ))}
      </ul>
    </Box>
  );
}

function ParkedItem({ row }: { row: ParkedRow }) {
  const { t } = useTranslation();
  const words = useWords();
  const takeIn = useTakeIn();
  return (
    <li className="item" data-testid="parked-row" data-id={row.id}>
      <div className="line">
        <Icon name="parked" size={15} />
        <b className="grow cut">{row.consumer}</b>
        <span className="small quiet">
          <Ago at={row.parkedAt} />
        </span>
      </div>
      <p>{words.because(row.because)}</p>
      <details className="small">
        <summary>{t('floor.record', { service: row.service, count: row.tries })}</summary>
        <p className="quiet">{row.detail}</p>
        <pre className="raw">{row.raw}</pre>
      </details>
      <div className="line">
        <span className="grow" />
        <Button
          size="compact-sm"
          variant="default"
          loading={takeIn.isPending}
          leftSection={<Icon name="reopen" size={14} />}
          onClick={() => takeIn.mutate(row.id)}
          data-testid="parked-retry"
        >
          {t('floor.take-in')}
        </Button>
      </div>
    </li>
  );
}

function useTakeIn() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  return useMutation({
    mutationFn: (id: string) => ask(`/v1/parked/${encodeURIComponent(id)}/retry`, { body: {} }),
    onSuccess: () => tell(t('done.take-in')),
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => client.invalidateQueries({ queryKey: ['parked'] }),
  });
}
