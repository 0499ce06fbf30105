/** The week as a grid: people down, days across; a cell is typed, walked with the arrows, or dragged onto another day. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RosterShift, StaffV1 } from '@trunkline/contracts';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { now } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { useMayDecide } from '../parts/use-role.ts';
import { localOf } from '../time/open-hours.ts';
import { useEditing, useSay } from './editing.ts';
import { kindOfDay } from './kind-of-day.ts';
import { moveShifts, nextDay, readShifts, sayShifts } from './read-shifts.ts';
import { readWeek, useRoster } from './use-roster.ts';
import { staffQuery } from './use-staff.ts';

type Props = { queue: string; monday: string; tz: string };
type Dragged = { agentId: string; date: string } | null;

export function RosterWeek({ queue, monday, tz }: Props) {
  const { t, language } = useSay();
  const { policy } = useEditing();
  const mayWrite = useMayDecide();
  const sayProblem = useSayProblem();
  const staff = useQuery(staffQuery).data ?? [];
  const { days, query, change } = useRoster(queue, monday);
  const [dragged, drag] = useState<Dragged>(null);
  const dates = Array.from({ length: 7 }, (_none, day) => nextDay(monday, day));
  const shiftsOn = (date: string) => days?.find((day) => day.date === date)?.shifts ?? [];
  const shiftsOf = (id: string, date: string) => shiftsOn(date).filter(({ agentId }) => agentId === id);
  const planned = new Set(days?.flatMap(({ shifts }) => shifts.map(({ agentId }) => agentId as string)));
  const people = staff.filter(({ id, active, groups }) => (active && groups.includes(queue)) || planned.has(id));
  const put = (person: StaffV1, date: string, shifts: RosterShift[]) =>
    void change(
      [{ date, shifts: [...shiftsOn(date).filter(({ agentId }) => agentId !== person.id), ...shifts] }],
      t('roster.changed', { name: person.name, date }),
    );
  const copy = async () => {
    try {
      const before = await readWeek(queue, nextDay(monday, -7));
      if (!before.some(({ shifts }) => shifts.length > 0)) return tell(t('roster.nothing-to-copy'), 'failed');
      await change(
        dates.map((date) => ({
          date,
          shifts: moveShifts(before.find((day) => day.date === nextDay(date, -7))?.shifts ?? [], tz, date),
        })),
        t('roster.copied'),
      );
    } catch (error) {
      tell(sayProblem(error), 'failed');
    }
  };
  if (query.error && !days) return <Refusal error={query.error} again={() => void query.refetch()} />;
  if (!days) return <Bones shape="card" />;
  if (people.length === 0)
    return (
      <Empty icon="people" title={t('roster.nobody')}>
        {t('roster.nobody-more')}
      </Empty>
    );
  const calendar = policy.calendars[policy.queues.find(({ code }) => code === queue)?.calendar ?? ''];
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const today = localOf(tz, now()).date;
  return (
    <>
      {planned.size === 0 && <p className="quiet small">{t('roster.empty')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <div className="table-scroll" tabIndex={0}>
        <table className="roster" data-testid="roster-week">
          <thead>
            <tr>
              <th scope="col">{t('roster.person')}</th>
              {dates.map((date) => {
                const kind = calendar ? kindOfDay(date, calendar) : 'open';
                return (
                  <th key={date} scope="col" data-today={date === today || undefined} data-kind={kind}>
                    {weekday.format(new Date(`${date}T00:00Z`))}
                    {kind !== 'open' && (
                      <span className="small quiet"> {calendar?.names?.[date] ?? t(`day.${kind}`)}</span>
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody onKeyDown={walk}>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">
                  <span className="two-lines">
                    <span className="cut">{person.name}</span>
                    <span className="small quiet">{person.number}</span>
                  </span>
                </th>
                {dates.map((date) => (
                  <Cell
                    key={date}
                    {...{ person, date, tz, mayWrite }}
                    shifts={shiftsOf(person.id, date)}
                    put={(shifts) => put(person, date, shifts)}
                    drag={() => drag({ agentId: person.id, date })}
                    drop={() => {
                      if (dragged) {
                        const moved = moveShifts(shiftsOf(dragged.agentId, dragged.date), tz, date);
                        put(
                          person,
                          date,
                          moved.map((shift) => ({ ...shift, agentId: person.id })),
                        );
                      }
                      drag(null);
                    }}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayWrite && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="copy" size={14} />}
          style={{ justifySelf: 'start' }}
          onClick={() => void copy()}
          data-testid="roster-copy"
        >
          {t('roster.copy')}
        </Button>
      )}
    </>
  );
}

type CellProps = {
  person: StaffV1;
  date: string;
  tz: string;
  mayWrite: boolean;
  shifts: RosterShift[];
  put: (shifts: RosterShift[]) => void;
  drag: () => void;
  drop: () => void;
};

function Cell({ person, date, tz, mayWrite, shifts, put, drag, drop }: CellProps) {
  const { t } = useSay();
  const [text, setText] = useState<string | null>(null);
  const isTaken = useRef(false);
  const said = sayShifts(shifts, tz);
  const read = text === null ? shifts : readShifts(text, { date, tz, agentId: person.id as RosterShift['agentId'] });
  const take = () => {
    if (text === null || !read || isTaken.current) return;
    isTaken.current = true; // Enter also leaves the field
    if (sayShifts(read, tz) !== said) put(read);
    setText(null);
  };
  return (
    <td onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <input
        className="shift"
        aria-label={t('roster.cell', { name: person.name, date })}
        aria-invalid={read === undefined || undefined}
        title={read === undefined ? t('roster.wrong') : said}
        data-supervises={shifts.some(({ supervises }) => supervises) || undefined}
        data-planned={shifts.length > 0 || undefined}
        draggable={mayWrite && text === null && shifts.length > 0}
        onDragStart={drag}
        readOnly={!mayWrite}
        value={text ?? said}
        onChange={({ currentTarget }) => {
          isTaken.current = false;
          setText(currentTarget.value);
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setText(null);
        }}
      />
    </td>
  );
}

/** Up and down always; left and right at the ends of what is typed, so that the text can be walked too. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const input = event.target as HTMLInputElement;
  const cell = input.closest('td');
  if (!cell) return;
  const atStart = input.selectionStart === 0 && input.selectionEnd === 0;
  const atEnd = input.selectionStart === input.value.length;
  const isAll = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  const row = cell.parentElement as HTMLTableRowElement;
  const column = (cell as HTMLTableCellElement).cellIndex;
  const next: Element | null | undefined = {
    ArrowUp: row.previousElementSibling?.children[column],
    ArrowDown: row.nextElementSibling?.children[column],
    Enter: row.nextElementSibling?.children[column],
    ArrowLeft: atStart || isAll ? cell.previousElementSibling : null,
    ArrowRight: atEnd || isAll ? cell.nextElementSibling : null,
  }[event.key];
  const field = next?.querySelector<HTMLInputElement>('input');
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}
