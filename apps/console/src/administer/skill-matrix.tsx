/** People by skills as a sheet: a figure sets the level, arrows move, what is typed is saved at once and can be taken back. */
import type { StaffV1 } from '@trunkline/contracts';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Empty } from '../parts/empty.tsx';
import { Face } from '../parts/face.tsx';
import { useEditing, useSay } from './editing.ts';
import { MoreRows, pageLength } from './more-rows.tsx';
import { useSkillName } from './use-skill-name.ts';
import { useChangeStaff } from './use-staff.ts';
import { knownSkills } from './who-serves.ts';

const steps: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0],
};

export function SkillMatrix({ people, all }: { people: StaffV1[]; all: StaffV1[] }) {
  const { t } = useSay();
  const { policy } = useEditing();
  const nameOf = useSkillName();
  const sheet = useRef<HTMLTableElement>(null);
  const [shown, setShown] = useState(pageLength);
  const skills = knownSkills(policy, all);
  const routed = people.filter(({ role, active }) => active && (role === 'agent' || role === 'call-back-agent'));
  if (routed.length === 0) {
    return (
      <Empty icon="people" title={t('staff.none')}>
        {t(people.length === 0 ? 'staff.none-more' : 'staff.none-routed')}
      </Empty>
    );
  }
  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = steps[event.key];
    const cell = event.target as HTMLElement;
    if (!step || cell.dataset.row === undefined) return;
    const [row, column] = [Number(cell.dataset.row) + step[0], Number(cell.dataset.column) + step[1]];
    const next = sheet.current?.querySelector<HTMLInputElement>(`[data-row="${row}"][data-column="${column}"]`);
    event.preventDefault();
    next?.focus();
  };
  return (
    <section className="part" aria-label={t('skills.levels')}>
      <p className="quiet small">{t('skills.matrix-hint')}</p>
      <div className="table-scroll matrix-scroll">
        <table className="matrix" ref={sheet} onKeyDown={press}>
          <thead>
            <tr>
              <th scope="col">{t('staff.name')}</th>
              {skills.map((skill) => (
                <th key={skill} scope="col">
                  {nameOf(skill)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {routed.slice(0, shown).map((person, row) => (
              <tr key={person.id}>
                <th scope="row">
                  <span className="line">
                    <Face name={person.name} size={24} />
                    <span className="cut">{person.name}</span>
                    <span className="small quiet">{person.number}</span>
                  </span>
                </th>
                {skills.map((skill, column) => (
                  <LevelCell key={skill} person={person} skill={skill} row={row} column={column} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MoreRows shown={shown} of={routed.length} more={() => setShown(shown + pageLength)} />
    </section>
  );
}

type CellProps = { person: StaffV1; skill: string; row: number; column: number };

function LevelCell({ person, skill, row, column }: CellProps) {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  const nameOf = useSkillName();
  const change = useChangeStaff();
  const level = person.skills[skill] ?? 0;
  const set = (next: number) => {
    const { [skill]: _before, ...rest } = person.skills;
    if (next !== level) change(person, { skills: next === 0 ? rest : { ...rest, [skill]: next } });
  };
  const press = (event: KeyboardEvent) => {
    if (!mayWrite || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[0-5]$/.test(event.key)) set(Number(event.key));
    else if (event.key === 'Backspace' || event.key === 'Delete') set(0);
    else return;
    event.preventDefault();
  };
  return (
    <td>
      <input
        className="level"
        data-level={level}
        data-row={row}
        data-column={column}
        inputMode="numeric"
        aria-label={t('skills.cell', { skill: nameOf(skill), name: person.name })}
        value={level === 0 ? '' : level}
        placeholder="·"
        readOnly={!mayWrite}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onKeyDown={press}
        onChange={({ currentTarget }) => {
          const typed = currentTarget.value.replace(/\D/g, '').slice(-1);
          if (typed === '' || Number(typed) <= 5) set(Number(typed || 0));
        }}
      />
    </td>
  );
}
