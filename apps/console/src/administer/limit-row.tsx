/** One limit: what it times, for which conversations, how long, and by which calendar. */
import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import type { TimeLimit } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { clockKinds } from './clock-kinds.ts';
import { useEditing, useSay } from './editing.ts';
import { Problems } from './field.tsx';
import { kinds, urgencies } from './kinds.ts';
import { readDuration, sayDuration } from './read-duration.ts';
import { standards } from './standards.ts';

type When = TimeLimit['when'];
type Props = { limit: TimeLimit; taken: string[]; change: (limit: TimeLimit) => void; remove: () => void };

export function LimitRow({ limit, taken, change, remove }: Props) {
  const { t } = useSay();
  const { t: root } = useTranslation();
  const { mayWrite, policy } = useEditing();
  const named = (name: string) => t('limits.named', { name, code: limit.code });
  const calendars = Object.keys(policy.calendars).map((value) => ({ value, label: value }));
  const putCalendar = (code: string) => {
    const { calendar: _before, ...rest } = limit;
    change(code ? { ...rest, calendar: code } : rest);
  };
  return (
    <li className="limit" data-path={`time.limits[${limit.code}]`} data-testid="limit-row">
      <div className="limit-what">
        <CodeBox limit={limit} taken={taken} change={change} />
        <NativeSelect
          size="xs"
          aria-label={named(t('limits.clock'))}
          value={limit.clock}
          disabled={!mayWrite}
          data={clockKinds.map((value) => ({ value, label: root(`deadline.${value}`) }))}
          onChange={({ currentTarget }) => change({ ...limit, clock: currentTarget.value as TimeLimit['clock'] })}
        />
        <LengthBox limit={limit} change={change} />
        <NativeSelect
          size="xs"
          className={limit.calendar ? 'pick' : 'pick-any'}
          aria-label={named(t('limits.calendar'))}
          value={limit.calendar ?? ''}
          disabled={!mayWrite}
          data={[{ value: '', label: t('limits.usual-calendar') }, ...calendars]}
          onChange={({ currentTarget }) => putCalendar(currentTarget.value)}
        />
        {mayWrite && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('limits.remove', { code: limit.code })}
            onClick={remove}
          >
            <Icon name="trash" size={15} />
          </ActionIcon>
        )}
      </div>
      <WhenPicks limit={limit} change={change} />
      <Problems path={`time.limits[${limit.code}]`} />
    </li>
  );
}

type PartProps = Pick<Props, 'limit' | 'change'>;

/** Typed text is taken once it is a code that nobody else has. */
function CodeBox({ limit, taken, change }: Omit<Props, 'remove'>) {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  const [text, setText] = useState<string | null>(null);
  const isCode = (code: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) && !taken.includes(code);
  return (
    <TextInput
      size="xs"
      aria-label={t('limits.code', { code: limit.code })}
      value={text ?? limit.code}
      error={text !== null && !isCode(text) ? t(taken.includes(text) ? 'new.code-taken' : 'new.code-wrong') : undefined}
      readOnly={!mayWrite}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        if (isCode(currentTarget.value)) change({ ...limit, code: currentTarget.value });
      }}
      onBlur={() => setText(null)}
    />
  );
}

/** `15 min`, `4 h`, or so many working days. */
function LengthBox({ limit, change }: PartProps) {
  const { t, language } = useSay();
  const { mayWrite } = useEditing();
  const [text, setText] = useState<string | null>(null);
  const { seconds, workingDays, ...rest } = limit;
  const said = workingDays ? t('limits.working-days', { count: workingDays }) : sayDuration(seconds ?? 0, language);
  const read = (typed: string): TimeLimit | null => {
    const [, days] = /^\s*(\d+)\s*(?:working days?|wd|工作日|个工作日)\s*$/i.exec(typed) ?? [];
    if (days && Number(days) > 0) return { ...rest, workingDays: Number(days) };
    const length = readDuration(typed);
    return length ? { ...rest, seconds: length } : null;
  };
  return (
    <TextInput
      size="xs"
      aria-label={t('limits.named', { name: t('limits.length'), code: limit.code })}
      title={t('limits.length-hint')}
      value={text ?? said}
      error={text !== null && !read(text) ? t('limits.length-hint') : undefined}
      readOnly={!mayWrite}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const next = read(currentTarget.value);
        if (next) change(next);
      }}
      onBlur={() => setText(null)}
    />
  );
}

type Condition = { name: keyof When; all: string; data: { value: string; label: string }[] | null };

/** Only what narrows it is shown; another condition is added by choosing which. */
function WhenPicks({ limit, change }: PartProps) {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  const [opened, setOpened] = useState<readonly (keyof When)[]>([]);
  const conditions = useConditions();
  const put = (name: keyof When, value: string) => {
    const { [name]: _before, ...rest } = limit.when;
    change({ ...limit, when: (value === '' ? rest : { ...rest, [name]: value }) as When });
  };
  const isShown = ({ name }: Condition) => limit.when[name] !== undefined || opened.includes(name);
  const hidden = conditions.filter((condition) => !isShown(condition));
  return (
    <div className="limit-when">
      <span className="small quiet">{t('limits.when')}</span>
      {conditions.filter(isShown).map((condition) => (
        <ConditionBox
          key={condition.name}
          {...condition}
          code={limit.code}
          value={limit.when[condition.name] ?? ''}
          put={(value) => put(condition.name, value)}
        />
      ))}
      {Object.keys(limit.when).length + opened.length === 0 && <span className="small">{t('limits.everything')}</span>}
      {mayWrite && hidden.length > 0 && (
        <NativeSelect
          size="xs"
          className="pick-any"
          aria-label={t('limits.named', { name: t('limits.only-for'), code: limit.code })}
          value=""
          data={[
            { value: '', label: t('limits.only-for') },
            ...hidden.map(({ name }) => ({ value: name, label: t(`limits.by.${name}`) })),
          ]}
          onChange={({ currentTarget }) => setOpened([...opened, currentTarget.value as keyof When])}
        />
      )}
    </div>
  );
}

type ConditionProps = Condition & { code: string; value: string; put: (value: string) => void };

function ConditionBox({ name, all, data, code, value, put }: ConditionProps) {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  const label = t('limits.named', { name: t(`limits.by.${name}`), code });
  if (!data)
    return (
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={all}
        value={value}
        readOnly={!mayWrite}
        onChange={({ currentTarget }) => put(currentTarget.value.trim())}
      />
    );
  return (
    <NativeSelect
      size="xs"
      className={value ? 'pick' : 'pick-any'}
      aria-label={label}
      value={value}
      disabled={!mayWrite}
      data={[{ value: '', label: all }, ...data]}
      onChange={({ currentTarget }) => put(currentTarget.value)}
    />
  );
}

function useConditions(): Condition[] {
  const { t, language } = useSay();
  const { t: root } = useTranslation();
  const { policy } = useEditing();
  const { topics } = policy.taxonomy;
  const both = ({ code, name }: { code: string; name: { en: string; zh: string } }) => ({
    value: code,
    label: name[language] || code,
  });
  const named = (value: string) => ({ value, label: t(`value.${value}`) });
  return [
    {
      name: 'standard',
      all: t('rules.any-standard'),
      data: standards.map((value) => ({ value, label: root(`standard.${value}`) })),
    },
    { name: 'queue', all: t('limits.any-queue'), data: policy.queues.map(both) },
    { name: 'kind', all: t('rules.any-kind'), data: kinds.map(named) },
    { name: 'topic', all: t('limits.any-topic'), data: topics.map(both) },
    { name: 'label', all: t('limits.any-label'), data: topics.flatMap((topic) => topic.labels.map(both)) },
    { name: 'urgency', all: t('limits.any-urgency'), data: urgencies.map(named) },
    { name: 'tier', all: t('limits.any-tier'), data: null },
    { name: 'account', all: t('limits.any-account'), data: null },
  ];
}
