/** “What would this give?”: a conversation as one imagines it, and every clock that it would get, with its working. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Kind, LimitProbe, ProbedLimit, ProbedLimits, Standard, Urgency } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/empty.tsx';
import { ask, now } from '../parts/gateway.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { sayInstant, sayStretch } from '../parts/say-time.ts';
import { Spans } from '../time/deadline-working.tsx';
import { useSayCalendar, useSayLimit } from '../time/use-say-limit.ts';
import { useEditing, useSay } from './editing.ts';
import { kinds, urgencies } from './kinds.ts';
import { PageHead, Part } from './page-head.tsx';
import { standards } from './standards.ts';
import './time-pages.css';

type Form = {
  standard: Standard;
  queue: string;
  label: string;
  kind: Kind | '';
  urgency: Urgency;
  tiers: string;
  account: string;
  at: string;
};

/** For a field of local date and time. */
export const localNow = (atMs: number): string =>
  new Date(atMs - new Date(atMs).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

export function Probe() {
  const { t } = useSay();
  const { policy, changes } = useEditing();
  const sayProblem = useSayProblem();
  const [form, setForm] = useState<Form>(() => ({
    standard: 'mail',
    queue: policy.queues[0]?.code ?? '',
    label: '',
    kind: '',
    urgency: 'normal',
    tiers: '',
    account: '',
    at: localNow(now()),
  }));
  const probe = useMutation({
    mutationFn: (body: LimitProbe) => ask<ProbedLimits>('/v1/limits/probe', { body }),
  });
  const submit = () =>
    probe.mutate({
      ...(changes.length > 0 ? { policy } : {}),
      at: new Date(form.at).toISOString(),
      standard: form.standard,
      queue: form.queue,
      label: form.label || null,
      ...(form.kind ? { kind: form.kind } : {}),
      ...(form.account.trim() ? { account: form.account.trim() } : {}),
      urgency: form.urgency,
      tiers: form.tiers.split(/[\s,，、;；]+/).filter(Boolean),
    });
  return (
    <>
      <PageHead page="probe" />
      <div className="editor">
        <Part title={t('probe.given')} {...(changes.length > 0 ? { hint: t('probe.draft') } : {})}>
          <form
            className="probe-form"
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <ProbeFields form={form} put={(part) => setForm({ ...form, ...part })} />
            <Button type="submit" loading={probe.isPending} disabled={form.at === ''} data-testid="probe-go">
              {t('probe.go')}
            </Button>
          </form>
        </Part>
        <div aria-live="polite" className="editor">
          {probe.error && (
            <p className="problem" data-severity="error">
              {sayProblem(probe.error)}
            </p>
          )}
          {probe.data?.items.length === 0 && (
            <Empty icon="clock" title={t('probe.none')}>
              {t('probe.none-more')}
            </Empty>
          )}
          {probe.data?.items.map((limit) => (
            <Clock key={limit.clock} limit={limit} />
          ))}
        </div>
      </div>
    </>
  );
}

function ProbeFields({ form, put }: { form: Form; put: (part: Partial<Form>) => void }) {
  const { t, language } = useSay();
  const { t: root } = useTranslation();
  const { policy } = useEditing();
  const both = ({ code, name }: { code: string; name: { en: string; zh: string } }) => ({
    value: code,
    label: name[language] || code,
  });
  const picks = [
    { name: 'standard', data: standards.map((value) => ({ value, label: root(`standard.${value}`) })) },
    { name: 'queue', data: policy.queues.map(both) },
    {
      name: 'label',
      data: [
        { value: '', label: t('probe.no-label') },
        ...policy.taxonomy.topics.map((topic) => ({ group: both(topic).label, items: topic.labels.map(both) })),
      ],
    },
    {
      name: 'kind',
      data: [
        { value: '', label: t('probe.kind-of-label') },
        ...kinds.map((value) => ({ value, label: t(`value.${value}`) })),
      ],
    },
    { name: 'urgency', data: urgencies.map((value) => ({ value, label: t(`value.${value}`) })) },
  ] as const;
  return (
    <div className="figures-grid">
      {picks.map(({ name, data }) => (
        <NativeSelect
          key={name}
          label={t(`probe.${name}`)}
          value={form[name]}
          data={data as never}
          onChange={({ currentTarget }) => put({ [name]: currentTarget.value })}
        />
      ))}
      {(['tiers', 'account'] as const).map((name) => (
        <TextInput
          key={name}
          label={t(`probe.${name}`)}
          placeholder={t(`probe.${name}-hint`)}
          value={form[name]}
          onChange={({ currentTarget }) => put({ [name]: currentTarget.value })}
        />
      ))}
      <TextInput
        label={t('probe.at')}
        type="datetime-local"
        value={form.at}
        onChange={({ currentTarget }) => put({ at: currentTarget.value })}
      />
    </div>
  );
}

function Clock({
  limit: { clock, limit, seconds, workingDays, calendar, warnAt, dueAt, working, others },
}: {
  limit: ProbedLimit;
}) {
  const { t, language } = useSay();
  const { t: root } = useTranslation();
  const { policy } = useEditing();
  const sayLimit = useSayLimit();
  const sayCalendar = useSayCalendar();
  const zone = policy.calendars[calendar]?.tz;
  const at = (instant: string) => sayInstant(instant, language, zone);
  const length = workingDays
    ? t('limits.working-days', { count: workingDays })
    : sayStretch((seconds ?? 0) * 1000, language);
  return (
    <section className="part probed" data-testid="probed" data-clock={clock} aria-label={root(`deadline.${clock}`)}>
      <div className="line">
        <h3 className="grow">{root(`deadline.${clock}`)}</h3>
        <b className="figure">{at(dueAt)}</b>
      </div>
      <p className="small quiet">
        {t('probe.by', { limit: sayLimit(limit), length, calendar: sayCalendar(calendar) })}
        {warnAt && ` ${t('probe.warned', { at: at(warnAt) })}`}
      </p>
      {working.length > 0 && <Spans working={working} zone={zone} />}
      {others.length > 0 && (
        <p className="small quiet">
          {t('probe.others', {
            others: others.map((one) => `${one.limit} (${at(one.dueAt)})`).join(root('list-comma')),
          })}
        </p>
      )}
    </section>
  );
}
