/** The skills that a queue asks for, each with its least level. */
import { ActionIcon, NativeSelect } from '@mantine/core';
import { Icon } from '../parts/icon.tsx';
import { useEditing, useSay } from './editing.ts';
import { Field } from './field.tsx';
import { useField } from './use-field.ts';
import { useSkillName } from './use-skill-name.ts';
import { useStaff } from './use-staff.ts';
import { knownSkills } from './who-serves.ts';

export function RequiredSkills({ path }: { path: string }) {
  const { t } = useSay();
  const { policy } = useEditing();
  const { value, set, readOnly } = useField(path);
  const nameOf = useSkillName();
  const people = useStaff().staff.data ?? [];
  const required = (value ?? {}) as Record<string, number>;
  const free = knownSkills(policy, people).filter((skill) => !(skill in required));
  return (
    <Field path={path} label={t('queues.requires')} hint={t('queues.requires-hint')} isGroup>
      {() => (
        <div className="requires">
          {Object.entries(required).map(([skill, level]) => (
            <span key={skill} className="require">
              <span className="grow cut">{nameOf(skill)}</span>
              <NativeSelect
                size="xs"
                aria-label={t('queues.level-of', { skill: nameOf(skill) })}
                value={String(level)}
                disabled={readOnly}
                data={[1, 2, 3, 4, 5].map((one) => ({ value: String(one), label: t('queues.level', { level: one }) }))}
                onChange={({ currentTarget }) => set({ ...required, [skill]: Number(currentTarget.value) })}
              />
              {!readOnly && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('queues.without', { skill: nameOf(skill) })}
                  onClick={() => set(Object.fromEntries(Object.entries(required).filter(([one]) => one !== skill)))}
                >
                  <Icon name="close" size={14} />
                </ActionIcon>
              )}
            </span>
          ))}
          {!readOnly && free.length > 0 && (
            <NativeSelect
              size="xs"
              className="require-more"
              aria-label={t('queues.add-skill')}
              value=""
              data={[
                { value: '', label: t('queues.add-skill') },
                ...free.map((one) => ({ value: one, label: nameOf(one) })),
              ]}
              onChange={({ currentTarget }) => currentTarget.value && set({ ...required, [currentTarget.value]: 3 })}
            />
          )}
          {Object.keys(required).length === 0 && <span className="quiet small">{t('queues.requires-nothing')}</span>}
        </div>
      )}
    </Field>
  );
}
