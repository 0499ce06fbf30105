/** A roster's CSV: tried first, every fault with its line and reason, then taken as a whole. */

import { Button, FileButton, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RosterTaken } from '@trunkline/contracts';
import { useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { useWords } from '../parts/use-words.ts';
import { useSay } from './editing.ts';

type Fault = RosterTaken['faults'][number];

export function RosterImport({ close }: { close: () => void }) {
  const { t } = useSay();
  return (
    <Dialog close={close} size="lg" title={t('roster.import')}>
      <ImportForm close={close} />
    </Dialog>
  );
}

function ImportForm({ close }: { close: () => void }) {
  const { t } = useSay();
  const client = useQueryClient();
  const sayProblem = useSayProblem();
  const [text, setText] = useState('');
  const order = useMutation({
    mutationFn: (dryRun: boolean) => ask<RosterTaken>('/v1/roster/import', { body: { text, dryRun } }),
    onSuccess: (taken, dryRun) => {
      if (dryRun || taken.faults.length > 0) return;
      tell(t('roster.taken', { count: taken.shifts }));
      void client.invalidateQueries({ queryKey: ['roster'] });
      void client.invalidateQueries({ queryKey: ['duty'] });
      close();
    },
  });
  const put = (next: string) => {
    setText(next);
    order.reset();
  };
  const tried = order.data;
  const isGood = tried !== undefined && tried.faults.length === 0 && tried.days > 0;
  return (
    <div className="form">
      <p className="quiet small">{t('roster.import-hint')}</p>
      <div className="line">
        <FileButton accept=".csv,text/csv,text/plain" onChange={(file) => void file?.text().then(put)}>
          {(props) => (
            <Button {...props} variant="default" size="compact-md" leftSection={<Icon name="file" size={14} />}>
              {t('roster.choose')}
            </Button>
          )}
        </FileButton>
        <span className="small quiet">{t('roster.or-paste')}</span>
      </div>
      <Textarea
        data-autofocus
        className="mono"
        aria-label={t('roster.text')}
        placeholder={'date,group,person,from,to,supervises\n2026-11-23,service,1024,09:00,18:00,yes'}
        autosize
        minRows={5}
        maxRows={12}
        value={text}
        onChange={({ currentTarget }) => put(currentTarget.value)}
      />
      <div aria-live="polite">
        {order.error && (
          <p className="problem" data-severity="error">
            {sayProblem(order.error)}
          </p>
        )}
        {isGood && <p className="holds">{t('roster.good', { count: tried.shifts })}</p>}
        {tried && tried.faults.length > 0 && <Faults faults={tried.faults} />}
      </div>
      <div className="line form-foot">
        <span className="grow" />
        <Button
          variant="default"
          disabled={text.trim() === ''}
          loading={order.isPending}
          onClick={() => order.mutate(true)}
          data-testid="roster-try"
        >
          {t('roster.try')}
        </Button>
        <Button
          disabled={!isGood}
          loading={order.isPending}
          onClick={() => order.mutate(false)}
          data-testid="roster-take"
        >
          {t('roster.take')}
        </Button>
      </div>
    </div>
  );
}

function Faults({ faults }: { faults: Fault[] }) {
  const { t } = useSay();
  const words = useWords();
  return (
    <div className="table-scroll tall">
      <p className="problem" data-severity="error">
        {t('roster.faults', { count: faults.length })}
      </p>
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t('roster.line')}</th>
            <th scope="col">{t('roster.why')}</th>
            <th scope="col">{t('roster.value')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault) => (
            <tr key={`${fault.line}:${fault.because}:${fault.value}`}>
              <td>{fault.line}</td>
              <td>{words.because({ code: fault.because, values: { value: fault.value, ...fault.values } })}</td>
              <td className="selectable">{fault.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
