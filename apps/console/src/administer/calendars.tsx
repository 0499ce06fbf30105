/** When the desk works: hours of each weekday, holidays, days with hours of their own, and the year at a glance. */
import { Select } from '@mantine/core';
import type { Calendar } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { write } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { Field } from './field.tsx';
import { HolidaysDialog } from './holidays-dialog.tsx';
import { type Item, ItemList } from './item-list.tsx';
import { AddButton } from './list-part.tsx';
import { NewItem } from './new-item.tsx';
import { PageHead, Part } from './page-head.tsx';
import { ParsedBox, type Reading } from './parsed-box.tsx';
import { readDatedSpans, readDates, readSpans, type Span, sayDatedSpans, saySpans } from './read-spans.ts';
import { RemoveItem } from './remove-item.tsx';
import './time-pages.css';
import { useChosen } from './use-chosen.ts';
import { useField } from './use-field.ts';
import { YearView } from './year-view.tsx';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const zones = Intl.supportedValuesOf('timeZone');

export function Calendars() {
  const { t } = useSay();
  const { policy } = useEditing();
  const codes = Object.keys(policy.calendars);
  const { code, choose } = useChosen('calendars', codes);
  const calendar = code ? policy.calendars[code] : undefined;
  const items = codes.map(
    (code): Item => ({ path: `calendars.${code}`, name: code, more: policy.calendars[code]?.tz ?? '' }),
  );
  const add = ({ code: fresh }: { code: string }) => {
    const like = calendar ?? { tz: 'UTC', hours: {}, holidays: [], holidaysYearly: [], special: {}, breaks: {} };
    write({ ...policy, calendars: { ...policy.calendars, [fresh]: like } });
    choose(`calendars.${fresh}`);
  };
  return (
    <>
      <PageHead page="calendars" />
      <div className="split">
        <ItemList
          label={t('page.calendars')}
          items={items}
          chosen={`calendars.${code}`}
          choose={choose}
          foot={<NewItem what="calendar" taken={codes} add={add} />}
        />
        {code && calendar && <CalendarEditor key={code} code={code} calendar={calendar} />}
      </div>
    </>
  );
}

const datesOf = (kind: 'date' | 'yearly'): Reading<string[]> => ({
  read: (text) => readDates(text, kind),
  say: (dates) => dates.join('\n'),
});
const dated: Reading<Record<string, Span[]>> = { read: readDatedSpans, say: sayDatedSpans };
const spans: Reading<Span[]> = { read: readSpans, say: saySpans };

function CalendarEditor({ code, calendar }: { code: string; calendar: Calendar }) {
  const { t, language } = useSay();
  const { t: root } = useTranslation();
  const { policy, mayWrite } = useEditing();
  const [isOpen, open] = useState(false);
  const at = `calendars.${code}`;
  const users = policy.queues.filter((queue) => queue.calendar === code).map(({ name }) => name[language]);
  return (
    <div className="editor" data-path={at}>
      <Part
        title={code}
        hint={
          users.length > 0 ? t('calendars.used', { queues: users.join(root('list-comma')) }) : t('calendars.unused')
        }
      >
        <ZoneBox path={`${at}.tz`} />
        <div className="weekdays">
          {weekdays.map((day) => (
            <ParsedBox
              key={day}
              path={`${at}.hours.${day}`}
              label={t(`weekday.${day}`)}
              reading={spans}
              placeholder={t('calendars.closed')}
              wrong={t('wrong.spans')}
            />
          ))}
        </div>
        <p className="quiet small">{t('calendars.hours-hint')}</p>
      </Part>
      <Part title={t('calendars.exceptions')}>
        {mayWrite && <AddButton words={t('holidays.add')} run={() => open(true)} testId="add-holidays" />}
        {isOpen && <HolidaysDialog path={at} calendar={calendar} close={() => open(false)} />}
        <div className="pair">
          <ParsedBox
            path={`${at}.holidays`}
            label={t('calendars.holidays')}
            hint={t('calendars.holidays-hint')}
            reading={datesOf('date')}
            wrong={t('wrong.dates')}
            rows={3}
          />
          <ParsedBox
            path={`${at}.holidaysYearly`}
            label={t('calendars.yearly')}
            hint={t('calendars.yearly-hint')}
            reading={datesOf('yearly')}
            wrong={t('wrong.yearly')}
            rows={3}
          />
          <ParsedBox
            path={`${at}.special`}
            label={t('calendars.special')}
            hint={t('calendars.special-hint')}
            reading={dated}
            wrong={t('wrong.dated')}
            rows={3}
          />
          <ParsedBox
            path={`${at}.breaks`}
            label={t('calendars.breaks')}
            hint={t('calendars.breaks-hint')}
            reading={dated}
            wrong={t('wrong.dated')}
            rows={3}
          />
        </div>
      </Part>
      <YearView path={at} calendar={calendar} />
      {users.length === 0 && <RemoveItem path={at} name={code} what="calendar" />}
    </div>
  );
}

function ZoneBox({ path }: { path: string }) {
  const { t } = useSay();
  const { value, set, readOnly } = useField(path);
  const zone = String(value ?? '');
  return (
    <Field path={path} label={t('calendars.zone')}>
      {({ 'aria-invalid': isWrong, ...wired }) => (
        <Select
          {...wired}
          error={Boolean(isWrong)}
          className="narrow"
          searchable
          allowDeselect={false}
          limit={60}
          data={zones.includes(zone) ? zones : [zone, ...zones]}
          value={zone}
          readOnly={readOnly}
          onChange={(next) => next && set(next)}
        />
      )}
    </Field>
  );
}
