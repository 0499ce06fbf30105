/** Departments: what each is called, how it is asked, how long it may take, and which steps the customer hears of. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { Department } from '@trunkline/contracts';
import { useState } from 'react';
import { useEditing, useSay } from './editing.ts';
import { NamedList } from './named-list.tsx';
import { PageHead, Part } from './page-head.tsx';
import { readDuration, sayDuration } from './read-duration.ts';
import { TickBox } from './tick-box.tsx';
import { useField } from './use-field.ts';

const steps = ['opened', 'handed-over', 'answered', 'solved'] as const;

export function Departments() {
  const { t } = useSay();
  const { policy } = useEditing();
  const calendar = policy.queues[0]?.calendar ?? Object.keys(policy.calendars)[0] ?? '';
  return (
    <>
      <PageHead page="departments" />
      <div className="editor">
        <NamedList<Department>
          path="departments"
          title={t('departments.list')}
          hint={t('departments.list-hint')}
          none={{ icon: 'people', title: t('departments.none'), more: t('departments.none-more') }}
          add={t('departments.new')}
          fresh={(code) => ({
            code,
            name: { en: '', zh: '' },
            email: null,
            answersWithin: { workingDays: 1 },
            calendar,
          })}
          more={(department, change, named) => <DepartmentMore {...{ department, change, named }} />}
        />
        <Part title={t('departments.told')} hint={t('departments.told-hint')}>
          <TickBox
            path="tickets.tellsCustomer"
            label={t('departments.tells')}
            choices={steps.map((value) => ({ value, label: t(`departments.step.${value}`) }))}
          />
        </Part>
      </div>
    </>
  );
}

type More = { department: Department; change: (department: Department) => void; named: (name: string) => string };

function DepartmentMore({ department, change, named }: More) {
  const { t } = useSay();
  const { policy } = useEditing();
  const { readOnly } = useField('departments');
  const { calendar } = department;
  const codes = Object.keys(policy.calendars);
  return (
    <div className="named-more">
      <MailField {...{ department, change, named }} />
      <span className="small quiet">{t('departments.within')}</span>
      <WithinFields {...{ department, change, named }} />
      <span className="small quiet">{t('departments.by')}</span>
      <NativeSelect
        size="xs"
        aria-label={named(t('departments.calendar'))}
        title={t('departments.calendar')}
        value={calendar}
        disabled={readOnly}
        data={(codes.includes(calendar) ? codes : [calendar, ...codes]).map((code) => ({
          value: code,
          label: codes.includes(code) ? code : t('not-there', { name: code }),
        }))}
        onChange={({ currentTarget }) => change({ ...department, calendar: currentTarget.value })}
      />
    </div>
  );
}

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Empty: its members sign in. Half an address is not taken. */
function MailField({ department, change, named }: More) {
  const { t } = useSay();
  const { readOnly } = useField('departments');
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? department.email ?? '';
  return (
    <TextInput
      size="xs"
      type="email"
      className="named-wide"
      aria-label={named(t('departments.email'))}
      placeholder={t('departments.email-hint')}
      readOnly={readOnly}
      value={shown}
      error={shown !== '' && !isAddress(shown) ? t('wrong.email') : undefined}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.value.trim();
        setText(currentTarget.value);
        if (typed === '' || isAddress(typed)) change({ ...department, email: typed || null });
      }}
      onBlur={() => setText(null)}
    />
  );
}

/** Working days, or a stretch of open time as people write it. */
function WithinFields({ department, change, named }: More) {
  const { t, language } = useSay();
  const { readOnly } = useField('departments');
  const [text, setText] = useState<string | null>(null);
  const { answersWithin } = department;
  const isDays = 'workingDays' in answersWithin;
  const known = isDays ? String(answersWithin.workingDays) : sayDuration(answersWithin.seconds, language);
  const read = (typed: string): Department['answersWithin'] | null => {
    if (isDays) return /^[1-9]\d{0,2}$/.test(typed) ? { workingDays: Number(typed) } : null;
    const seconds = readDuration(typed);
    return seconds !== null && seconds > 0 ? { seconds } : null;
  };
  return (
    <>
      <TextInput
        size="xs"
        className="named-short"
        aria-label={named(t('departments.within'))}
        title={t('departments.within')}
        readOnly={readOnly}
        value={text ?? known}
        error={
          text !== null && !read(text.trim())
            ? t(isDays ? 'wrong.between' : 'wrong.duration', { least: 1, most: 999 })
            : undefined
        }
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          const within = read(currentTarget.value.trim());
          if (within) change({ ...department, answersWithin: within });
        }}
        onBlur={() => setText(null)}
      />
      <NativeSelect
        size="xs"
        aria-label={named(t('departments.unit'))}
        disabled={readOnly}
        value={isDays ? 'days' : 'time'}
        data={[
          { value: 'days', label: t('departments.working-days') },
          { value: 'time', label: t('departments.open-time') },
        ]}
        onChange={({ currentTarget }) => {
          setText(null);
          change({
            ...department,
            answersWithin: currentTarget.value === 'days' ? { workingDays: 1 } : { seconds: 14_400 },
          });
        }}
      />
    </>
  );
}
