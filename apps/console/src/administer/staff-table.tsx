/** Everybody who works here: role, groups, channels, how much at once, and whether they may come in. */
import { ActionIcon, Checkbox, Menu, Switch } from '@mantine/core';
import type { StaffV1 } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/empty.tsx';
import { Face } from '../parts/face.tsx';
import { Icon } from '../parts/icon.tsx';
import { CapacityCell } from './capacity-cell.tsx';
import type { Choice } from './choice-box.tsx';
import { useEditing, useSay } from './editing.ts';
import { MoreRows, pageLength } from './more-rows.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { standards } from './standards.ts';
import { useChangeStaff } from './use-staff.ts';

export function StaffTable({ people }: { people: StaffV1[] }) {
  const { t } = useSay();
  const [shown, setShown] = useState(pageLength);
  const [open, setOpen] = useState<StaffV1 | null>(null);
  if (people.length === 0) {
    return (
      <Empty icon="people" title={t('staff.none')}>
        {t('staff.none-more')}
      </Empty>
    );
  }
  return (
    <section className="part" aria-label={t('skills.people')}>
      <div className="table-scroll">
        <table className="grid-table staff-table">
          <thead>
            <tr>
              {['name', 'role', 'groups', 'standards', 'capacity', 'active'].map((name) => (
                <th key={name} scope="col">
                  {t(`staff.${name}`)}
                </th>
              ))}
              <th scope="col">
                <span className="hidden">{t('staff.edit-one')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.slice(0, shown).map((person) => (
              <StaffRow key={person.id} person={person} open={() => setOpen(person)} />
            ))}
          </tbody>
        </table>
      </div>
      <MoreRows shown={shown} of={people.length} more={() => setShown(shown + pageLength)} />
      {open && <PersonDialog person={open} close={() => setOpen(null)} />}
    </section>
  );
}

function StaffRow({ person, open }: { person: StaffV1; open: () => void }) {
  const { t, language } = useSay();
  const { t: root } = useTranslation();
  const { policy, mayWrite } = useEditing();
  const change = useChangeStaff();
  const queues = policy.queues.map(({ code, name }) => ({ value: code, label: name[language] || code }));
  const all = standards.map((value) => ({ value, label: root(`standard.${value}`) }));
  return (
    <tr data-quiet={!person.active || undefined} data-testid="staff-row">
      <th scope="row">
        <span className="line">
          <Face name={person.name} size={28} />
          <span className="two-lines">
            <span className="cut">{person.name}</span>
            <span className="small quiet cut">
              {person.number} · {person.email}
            </span>
          </span>
        </span>
      </th>
      <td>{root(`role.${person.role}`)}</td>
      <td>
        <Several
          name={t('staff.groups-of', { name: person.name })}
          choices={queues}
          chosen={person.groups}
          none={t('staff.no-group')}
          change={(groups) => change(person, { groups })}
        />
      </td>
      <td>
        <Several
          name={t('staff.standards-of', { name: person.name })}
          choices={all}
          chosen={person.standards}
          none={t('staff.all-standards')}
          change={(chosen) => change(person, { standards: chosen as StaffV1['standards'] })}
        />
      </td>
      <td>
        <CapacityCell person={person} />
      </td>
      <td>
        <Switch
          size="sm"
          aria-label={t('staff.active-of', { name: person.name })}
          checked={person.active}
          disabled={!mayWrite}
          onChange={({ currentTarget }) => change(person, { active: currentTarget.checked })}
        />
      </td>
      <td>
        {mayWrite && (
          <ActionIcon variant="subtle" color="gray" aria-label={t('staff.edit', { name: person.name })} onClick={open}>
            <Icon name="pencil" size={15} />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}

type SeveralProps = {
  name: string;
  choices: Choice[];
  chosen: readonly string[];
  none: string;
  change: (chosen: string[]) => void;
};

/** Any of a few, in the place of one cell: the names, and a menu of ticks behind them. */
function Several({ name, choices, chosen, none, change }: SeveralProps) {
  const { mayWrite } = useEditing();
  const { t: root } = useTranslation();
  const labels = chosen.map((one) => choices.find(({ value }) => value === one)?.label ?? one);
  const said = labels.length > 0 ? labels.join(root('list-comma')) : none;
  if (!mayWrite) return <span className={labels.length > 0 ? '' : 'quiet'}>{said}</span>;
  return (
    <Menu closeOnItemClick={false} position="bottom-start" withinPortal>
      <Menu.Target>
        <button type="button" className="several" aria-label={`${name}: ${said}`}>
          <span className={labels.length > 0 ? 'cut' : 'cut quiet'}>{said}</span>
          <Icon name="down" size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ value, label }) => {
          const isOn = chosen.includes(value);
          return (
            <Menu.Item
              key={value}
              role="menuitemcheckbox"
              aria-checked={isOn}
              leftSection={<Checkbox.Indicator size="xs" checked={isOn} />}
              onClick={() => change(isOn ? chosen.filter((one) => one !== value) : [...chosen, value])}
            >
              {label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
