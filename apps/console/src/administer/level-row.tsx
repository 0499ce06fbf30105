/** One level of the ladder: a role or a person, minutes to acknowledge, when it may be paged, what else is told. */
import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import type { LadderLevel, NotifyTarget, StaffV1 } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditing, useSay } from './editing.ts';
import { RuleActs } from './rule-acts.tsx';

const roles: NonNullable<LadderLevel['role']>[] = ['supervisor', 'administrator', 'monitor', 'agent'];
type Props = {
  level: LadderLevel;
  count: number;
  staff: StaffV1[];
  targets: NotifyTarget[];
  change: (level: LadderLevel) => void;
  remove: () => void;
  move: (by: -1 | 1) => void;
};

export function LevelRow({ level, count, staff, targets, change, remove, move }: Props) {
  const { t } = useSay();
  const { mayWrite, policy } = useEditing();
  const named = (name: string) => t('ladder.named', { name, level: level.level });
  const codes = [...new Set([...targets.map(({ code }) => code), ...level.notify])];
  return (
    <li className="level-row" data-path={`time.ladder[${level.level - 1}]`} data-testid="level-row">
      <span className="rule-number">{level.level}</span>
      <div className="level-fields">
        <WhoBox {...{ level, staff, change }} label={named(t('ladder.who'))} />
        <MinutesBox {...{ level, change }} label={named(t('ladder.minutes'))} />
        <div className="level-field">
          <span className="small quiet">{t('ladder.paged')}</span>
          <NativeSelect
            size="xs"
            aria-label={named(t('ladder.paged'))}
            value={level.pagedWhile ?? ''}
            disabled={!mayWrite}
            data={[
              { value: '', label: t('ladder.always') },
              ...Object.keys(policy.calendars).map((value) => ({
                value,
                label: t('ladder.while', { calendar: value }),
              })),
            ]}
            onChange={({ currentTarget }) => change({ ...level, pagedWhile: currentTarget.value || null })}
          />
        </div>
        <div className="level-field">
          <span className="small quiet">{t('ladder.notify')}</span>
          <MultiSelect
            size="xs"
            aria-label={named(t('ladder.notify'))}
            placeholder={level.notify.length === 0 ? t('ladder.nothing-else') : ''}
            value={level.notify}
            readOnly={!mayWrite}
            data={codes.map((value) => ({
              value,
              label: targets.find(({ code }) => code === value)?.name ?? t('not-there', { name: value }),
            }))}
            nothingFoundMessage={t('ladder.no-targets')}
            onChange={(notify) => change({ ...level, notify })}
          />
        </div>
      </div>
      {mayWrite && (
        <span className="rule-acts">
          <RuleActs number={level.level} {...{ count, move, remove }} />
        </span>
      )}
    </li>
  );
}

type FieldProps = Pick<Props, 'level' | 'change'> & { label: string };

function WhoBox({ level, staff, change, label }: FieldProps & Pick<Props, 'staff'>) {
  const { t } = useSay();
  const { t: root } = useTranslation();
  const { mayWrite } = useEditing();
  const { role: _role, agentId: _person, ...rest } = level;
  const put = (value: string) => {
    const [what, id = ''] = value.split(':');
    change((what === 'role' ? { ...rest, role: id } : { ...rest, agentId: id }) as LadderLevel);
  };
  return (
    <div className="level-field">
      <span className="small quiet">{t('ladder.who')}</span>
      <NativeSelect
        size="xs"
        aria-label={label}
        value={level.role ? `role:${level.role}` : `person:${level.agentId}`}
        disabled={!mayWrite}
        data={[
          {
            group: t('ladder.role'),
            items: roles.map((value) => ({ value: `role:${value}`, label: root(`role.${value}`) })),
          },
          {
            group: t('ladder.person'),
            items: staff
              .filter(({ active }) => active)
              .map(({ id, name, number }) => ({ value: `person:${id}`, label: `${name} (${number})` })),
          },
        ]}
        onChange={({ currentTarget }) => put(currentTarget.value)}
      />
    </div>
  );
}

function MinutesBox({ level, change, label }: FieldProps) {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  const [text, setText] = useState<string | null>(null);
  const isMinutes = (typed: string) => /^[1-9]\d{0,4}$/.test(typed.trim());
  return (
    <div className="level-field">
      <span className="small quiet">{t('ladder.minutes')}</span>
      <TextInput
        size="xs"
        aria-label={label}
        inputMode="numeric"
        value={text ?? String(level.acknowledgeMinutes)}
        error={text !== null && !isMinutes(text) ? t('wrong.from', { least: 1 }) : undefined}
        readOnly={!mayWrite}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          if (isMinutes(currentTarget.value)) change({ ...level, acknowledgeMinutes: Number(currentTarget.value) });
        }}
        onBlur={() => setText(null)}
      />
    </div>
  );
}
