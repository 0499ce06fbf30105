/** Who is told, level by level, how long each has to say yes, and what brings a matter onto the ladder. */
import { NativeSelect, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LadderLevel, Trigger } from '@trunkline/contracts';
import { ChangedMark } from './changed-mark.tsx';
import { triggers } from './clock-kinds.ts';
import { useEditing, useSay } from './editing.ts';
import { Problems } from './field.tsx';
import { LevelRow } from './level-row.tsx';
import { ListPart } from './list-part.tsx';
import { moveItem } from './move-item.ts';
import { PageHead, Part } from './page-head.tsx';
import { targetsQuery } from './target-queries.ts';
import './time-pages.css';
import { useField } from './use-field.ts';
import { staffQuery } from './use-staff.ts';

const at = 'time.ladder';

/** A level is known by its place. */
const numbered = (levels: LadderLevel[]): LadderLevel[] =>
  levels.map((level, index) => ({ ...level, level: index + 1 }));

export function Ladder() {
  return (
    <>
      <PageHead page="ladder" />
      <div className="editor">
        <Levels />
        <Triggers />
      </div>
    </>
  );
}

function Levels() {
  const { t } = useSay();
  const { policy } = useEditing();
  const { set } = useField(at);
  const staff = useQuery(staffQuery).data ?? [];
  const targets = useQuery(targetsQuery).data ?? [];
  const levels = [...policy.time.ladder].sort((one, other) => one.level - other.level);
  const add = () =>
    set(
      numbered([...levels, { level: 0, role: 'administrator', acknowledgeMinutes: 15, pagedWhile: null, notify: [] }]),
    );
  return (
    <ListPart
      path={at}
      title={t('ladder.levels')}
      hint={t('ladder.levels-hint')}
      add={{ words: t('ladder.new'), run: add, testId: 'new-level' }}
    >
      <ol className="levels">
        {levels.map((level, index) => (
          <LevelRow
            key={level.level}
            {...{ level, staff, targets }}
            count={levels.length}
            change={(next) => set(levels.map((one, place) => (place === index ? next : one)))}
            remove={() => set(numbered(levels.filter((_one, place) => place !== index)))}
            move={(by) => set(numbered(moveItem(levels, index, index + by)))}
          />
        ))}
      </ol>
    </ListPart>
  );
}

function Triggers() {
  const { t } = useSay();
  return (
    <Part title={t('ladder.triggers')} hint={t('ladder.triggers-hint')} path="time.triggers">
      <div className="table-scroll">
        <table className="grid-table triggers">
          <thead>
            <tr>
              <th scope="col">{t('ladder.trigger')}</th>
              <th scope="col">{t('ladder.begins')}</th>
              <th scope="col">{t('ladder.wakes')}</th>
            </tr>
          </thead>
          <tbody>
            {triggers.map((trigger) => (
              <TriggerRow key={trigger} trigger={trigger} />
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  );
}

function TriggerRow({ trigger }: { trigger: Trigger }) {
  const { t } = useSay();
  const { policy } = useEditing();
  const path = `time.triggers.${trigger}`;
  const { value, set, changes, readOnly } = useField(path);
  const { level, wakes } = (value ?? { level: 1, wakes: false }) as { level: number | null; wakes: boolean };
  const name = t(`trigger.${trigger}`);
  return (
    <tr data-path={path}>
      <th scope="row">
        <span className="line">
          {name}
          <ChangedMark changes={changes} label={name} />
        </span>
        <Problems path={path} />
      </th>
      <td>
        <NativeSelect
          size="xs"
          aria-label={t('ladder.begins-of', { name })}
          value={level === null ? '' : String(level)}
          disabled={readOnly}
          data={[
            { value: '', label: t('ladder.never') },
            ...policy.time.ladder.map((one) => ({
              value: String(one.level),
              label: t('ladder.level', { level: one.level }),
            })),
          ]}
          onChange={({ currentTarget }) =>
            set({ level: currentTarget.value === '' ? null : Number(currentTarget.value), wakes })
          }
        />
      </td>
      <td>
        <Switch
          aria-label={t('ladder.wakes-of', { name })}
          checked={wakes}
          disabled={readOnly || level === null}
          onChange={({ currentTarget }) => set({ level, wakes: currentTarget.checked })}
        />
      </td>
    </tr>
  );
}
