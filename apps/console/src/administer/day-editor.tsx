/** One day of a calendar: as usual, closed, of its own hours, a make-up workday; and what it is called. */
import { ActionIcon, SegmentedControl, TextInput } from '@mantine/core';
import type { Calendar } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { edit } from './draft.ts';
import { useSay } from './editing.ts';
import { readSpans, saySpans } from './read-spans.ts';
import { type DayAs, setDay } from './set-day.ts';

type Props = { path: string; calendar: Calendar; date: string; close: () => void };
const asked: DayAs['kind'][] = ['usual', 'closed', 'hours', 'work'];

export function DayEditor({ path, calendar, date, close }: Props) {
  const { t, language } = useSay();
  const { t: root } = useTranslation();
  const own = calendar.special[date];
  const kind: DayAs['kind'] = calendar.holidays.includes(date) ? 'closed' : own ? 'hours' : 'usual';
  const [text, setText] = useState<string | null>(null);
  const [name, setName] = useState(calendar.names?.[date] ?? '');
  const put = (as: DayAs, called = name) => edit(path, setDay(calendar, date, as, called));
  const choose = (chosen: DayAs['kind']) => {
    setText(null);
    if (chosen !== 'hours') return put({ kind: chosen });
    put({ kind: 'hours', spans: own ?? [['09:00', '12:00']] });
  };
  const isUnread = text !== null && !readSpans(text);
  const day = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'full', timeZone: 'UTC' });
  return (
    <fieldset className="day-editor" data-testid="day-editor">
      <legend>{day.format(new Date(`${date}T00:00Z`))}</legend>
      <SegmentedControl
        size="xs"
        aria-label={t('calendars.day-as')}
        value={kind}
        data={asked.map((value) => ({ value, label: t(`calendars.as-${value}`) }))}
        onChange={(value) => choose(value as DayAs['kind'])}
      />
      {kind === 'hours' && (
        <TextInput
          size="xs"
          label={t('calendars.day-hours')}
          value={text ?? saySpans(own ?? [])}
          error={isUnread ? t('wrong.spans') : undefined}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            const spans = readSpans(currentTarget.value);
            if (spans) put({ kind: 'hours', spans });
          }}
        />
      )}
      {kind !== 'usual' && (
        <TextInput
          size="xs"
          label={t('calendars.day-name')}
          placeholder={t('calendars.day-name-hint')}
          value={name}
          maxLength={100}
          onChange={({ currentTarget }) => {
            setName(currentTarget.value);
            put(kind === 'hours' ? { kind, spans: own ?? [] } : { kind }, currentTarget.value);
          }}
        />
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={root('close')} onClick={close}>
        <Icon name="close" size={14} />
      </ActionIcon>
    </fieldset>
  );
}
