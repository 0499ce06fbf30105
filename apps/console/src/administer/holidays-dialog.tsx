/** Holidays by country and year, or from a calendar file: looked at, picked, and put into the calendar together. */

import { Button, Checkbox, FileButton, NumberInput, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Calendar, Holiday, Holidays } from '@trunkline/contracts';
import { useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { ask, now } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { edit, stepBack } from './draft.ts';
import { useSay } from './editing.ts';
import { putHolidays } from './set-day.ts';

type Props = { path: string; calendar: Calendar; close: () => void };

export function HolidaysDialog({ path, calendar, close }: Props) {
  const { t } = useSay();
  return (
    <Dialog close={close} size="lg" title={t('holidays.title')}>
      <HolidaysForm {...{ path, calendar, close }} />
    </Dialog>
  );
}

/** By the zone's first guess: a desk in Shanghai looks for holidays of China. */
const guessed = (tz: string): string =>
  /Shanghai|Chongqing|Urumqi/.test(tz)
    ? 'CN'
    : tz.startsWith('America/New')
      ? 'US'
      : tz === 'Europe/London'
        ? 'GB'
        : 'CN';

function HolidaysForm({ path, calendar, close }: Props) {
  const { t, language } = useSay();
  const sayProblem = useSayProblem();
  const [country, setCountry] = useState(() => guessed(calendar.tz));
  const [state, setState] = useState('');
  const [year, setYear] = useState<number | string>(() => new Date(now()).getFullYear() + 1);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const found = useMutation({
    mutationFn: (text: string | null) =>
      text === null
        ? ask<Holidays>(
            `/v1/holidays?${new URLSearchParams({ country, ...(state ? { state } : {}), year: String(year), language })}`,
          )
        : ask<Holidays>('/v1/holidays/import', { body: { text } }),
    onSuccess: ({ items }) => setLeft(new Set(items.filter(isLeft).map(keyOf))),
  });
  const picked = (found.data?.items ?? []).filter((holiday) => !left.has(keyOf(holiday)));
  const take = () => {
    edit(path, putHolidays(calendar, picked));
    tell(t('holidays.taken', { count: picked.length }), 'calm', { words: t('undo'), run: stepBack });
    close();
  };
  const turn = (holiday: Holiday, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(keyOf(holiday));
    else next.add(keyOf(holiday));
    setLeft(next);
  };
  return (
    <div className="form">
      <form
        className="holidays-asked"
        onSubmit={(event) => {
          event.preventDefault();
          found.mutate(null);
        }}
      >
        <Places
          country={country}
          state={state}
          choose={(nextCountry, nextState) => {
            setCountry(nextCountry);
            setState(nextState);
          }}
        />
        <NumberInput
          label={t('holidays.year')}
          value={year}
          min={1970}
          max={2100}
          allowDecimal={false}
          hideControls
          onChange={setYear}
        />
        <Button type="submit" variant="default" loading={found.isPending} data-testid="holidays-show">
          {t('holidays.show')}
        </Button>
      </form>
      <div className="line">
        <span className="small quiet">{t('holidays.or')}</span>
        <FileButton
          accept=".ics,text/calendar"
          onChange={(file) => void file?.text().then((text) => found.mutate(text))}
        >
          {(props) => (
            <Button {...props} variant="default" size="compact-md" leftSection={<Icon name="upload" size={14} />}>
              {t('holidays.file')}
            </Button>
          )}
        </FileButton>
      </div>
      <div aria-live="polite" className="form">
        {found.error && (
          <p className="problem" data-severity="error">
            {sayProblem(found.error)}
          </p>
        )}
        {found.data?.faults.map((fault) => (
          <p key={fault} className="problem" data-severity="warning">
            {fault}
          </p>
        ))}
        {found.data?.items.length === 0 && <p className="quiet">{t('holidays.none')}</p>}
        {found.data && found.data.items.length > 0 && (
          <PickList items={found.data.items} isPicked={(holiday) => !left.has(keyOf(holiday))} turn={turn} />
        )}
      </div>
      <div className="line form-foot">
        <span className="small quiet grow">{t('holidays.hint')}</span>
        <Button disabled={picked.length === 0} onClick={take} data-testid="holidays-take">
          {t('holidays.take', { count: picked.length })}
        </Button>
      </div>
    </div>
  );
}

/** Not picked by itself: what is only observed, and half a day, which seldom is one for everybody. */
const isLeft = ({ kind }: Holiday) => kind === 'observance' || kind === 'half-day';
const keyOf = ({ date, name }: Holiday) => `${date} ${name}`;

/** Without a country: which there are; with one: its states, where it has any of its own. */
function usePlaces(country: string | null) {
  const { language } = useSay();
  const asked = new URLSearchParams({ ...(country ? { country } : {}), language });
  const query = useQuery({
    queryKey: ['holiday-places', String(asked)],
    queryFn: async ({ signal }) => (await ask<Holidays>(`/v1/holidays?${asked}`, { signal })).places ?? [],
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (query.data ?? [])
    .map(({ code, name }) => ({ value: code, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
}

type PlacesProps = { country: string; state: string; choose: (country: string, state: string) => void };

function Places({ country, state, choose }: PlacesProps) {
  const { t } = useSay();
  const countries = usePlaces(null);
  const states = usePlaces(country);
  return (
    <>
      <Select
        label={t('holidays.country')}
        searchable
        allowDeselect={false}
        limit={80}
        data={countries.length > 0 ? countries : [{ value: country, label: country }]}
        value={country}
        onChange={(code) => code && choose(code, '')}
        data-autofocus
      />
      <Select
        label={t('holidays.state')}
        placeholder={t(states.length > 0 ? 'holidays.all-states' : 'holidays.no-states')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('clear') }}
        limit={80}
        disabled={states.length === 0}
        data={states}
        value={state || null}
        onChange={(code) => choose(country, code ?? '')}
      />
    </>
  );
}

type PickProps = {
  items: Holiday[];
  isPicked: (holiday: Holiday) => boolean;
  turn: (holiday: Holiday, on: boolean) => void;
};

function PickList({ items, isPicked, turn }: PickProps) {
  const { t, language } = useSay();
  const day = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (
    <ul className="holidays scroll" aria-label={t('holidays.found')}>
      {items.map((holiday) => (
        <li key={keyOf(holiday)}>
          <Checkbox
            checked={isPicked(holiday)}
            onChange={({ currentTarget }) => turn(holiday, currentTarget.checked)}
            label={
              <span className="line">
                <span className="holiday-day">{day.format(new Date(`${holiday.date}T00:00Z`))}</span>
                <b>{holiday.name}</b>
                {holiday.kind !== 'closed' && <span className="chip">{t(`holidays.kind.${holiday.kind}`)}</span>}
              </span>
            }
          />
        </li>
      ))}
    </ul>
  );
}
