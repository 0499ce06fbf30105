/** Tries the draft on what happened: a span is replayed under it, with progress, and compared with what was. */
import { Button, Progress, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { DryRun } from '@trunkline/contracts';
import { useState } from 'react';
import { ask, now } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { useWords } from '../parts/use-words.ts';
import { DryRunReport } from './dry-run-report.tsx';
import { useEditing, useSay } from './editing.ts';
import { Part } from './page-head.tsx';

const two = (count: number) => String(count).padStart(2, '0');
const day = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T00:00`;

/** Yesterday, in the person's own zone. */
function yesterday(): { from: string; to: string } {
  const today = new Date(now());
  const before = new Date(today);
  before.setDate(before.getDate() - 1);
  return { from: day(before), to: day(today) };
}

export function DryRunBox() {
  const { t } = useSay();
  const { policy, changes } = useEditing();
  const [span, setSpan] = useState(yesterday);
  const sayProblem = useSayProblem();
  const begun = useMutation({
    mutationFn: () =>
      ask<DryRun>('/v1/policies/dry-run', {
        body: { policy, from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString() },
      }),
  });
  const id = begun.data?.id;
  const run = useQuery({
    queryKey: ['dry-run', id],
    queryFn: ({ signal }) => ask<DryRun>(`/v1/policies/dry-runs/${id}`, { signal }),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data && query.state.data.state !== 'running' ? false : 700),
  });
  const shown = run.data ?? begun.data;
  const isRunning = begun.isPending || shown?.state === 'running';
  const isSpan = Date.parse(span.from) < Date.parse(span.to);
  return (
    <div className="editor">
      <Part title={t('dry-run.title')} hint={t('dry-run.hint')}>
        <form
          className="line wrap span-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (isSpan) begun.mutate();
          }}
        >
          <TextInput
            type="datetime-local"
            label={t('dry-run.from')}
            value={span.from}
            onChange={({ currentTarget }) => setSpan({ ...span, from: currentTarget.value })}
          />
          <TextInput
            type="datetime-local"
            label={t('dry-run.to')}
            value={span.to}
            error={!isSpan && t('dry-run.no-span')}
            onChange={({ currentTarget }) => setSpan({ ...span, to: currentTarget.value })}
          />
          <Button
            type="submit"
            loading={isRunning}
            disabled={!isSpan}
            leftSection={<Icon name="play" size={14} />}
            data-testid="dry-run-begin"
          >
            {t('dry-run.begin')}
          </Button>
        </form>
        {changes.length === 0 && <p className="quiet small">{t('dry-run.nothing-changed')}</p>}
        <div role="status">
          {begun.error && (
            <p className="problem" data-severity="error">
              {sayProblem(begun.error)}
            </p>
          )}
          {shown && isRunning && <Running run={shown} />}
          <Refusing run={shown} />
        </div>
      </Part>
      {shown?.report && <DryRunReport report={shown.report} />}
    </div>
  );
}

function Running({ run: { from, to, progress } }: { run: DryRun }) {
  const { t } = useSay();
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const percent = progress.at ? Math.round(((Date.parse(progress.at) - start) / Math.max(1, end - start)) * 100) : 0;
  return (
    <div className="running">
      <Progress value={percent} aria-label={t('dry-run.progress')} />
      <p className="quiet small">{t('dry-run.so-far', { count: progress.inputs, percent })}</p>
    </div>
  );
}

function Refusing({ run }: { run: DryRun | undefined }) {
  const words = useWords();
  if (run?.state !== 'refused' || !run.because) return null;
  return (
    <p className="problem" data-severity="error">
      {words.because(run.because)}
    </p>
  );
}
