/** Fields that are asked, of a profile or before a chat: their kind, whether they must be filled, what there is to choose. */
import { NativeSelect, Switch, TextInput } from '@mantine/core';
import type { AskedField } from '@trunkline/contracts';
import type { IconName } from '../parts/icon.tsx';
import { useSay } from './editing.ts';
import { makeCode } from './make-code.ts';
import { NamedList } from './named-list.tsx';

const kinds: AskedField['kind'][] = ['text', 'long-text', 'email', 'phone', 'number', 'date', 'choice'];
type Props = {
  path: string;
  title: string;
  hint: string;
  none: { icon: IconName; title: string; more: string };
  isOfForm?: boolean;
};

export function AskedFields({ isOfForm = false, ...rest }: Props) {
  const { t } = useSay();
  return (
    <NamedList<AskedField>
      {...rest}
      add={t('asked.new')}
      fresh={(code) => ({ code, name: { en: '', zh: '' }, kind: 'text', isRequired: false, choices: [] })}
      more={(field, change, named) => (
        <>
          <NativeSelect
            size="xs"
            aria-label={named(t('asked.kind'))}
            value={field.kind}
            data={kinds.map((value) => ({ value, label: t(`asked.kinds.${value}`) }))}
            onChange={({ currentTarget }) =>
              change({ ...field, kind: currentTarget.value as AskedField['kind'], choices: [] })
            }
          />
          {isOfForm && (
            <Switch
              size="xs"
              label={t('asked.required')}
              aria-label={named(t('asked.required'))}
              checked={field.isRequired}
              onChange={({ currentTarget }) => change({ ...field, isRequired: currentTarget.checked })}
            />
          )}
          {field.kind === 'choice' && <ChoicesBox field={field} change={change} label={named(t('asked.choices'))} />}
        </>
      )}
    />
  );
}

type ChoicesProps = { field: AskedField; change: (field: AskedField) => void; label: string };

/** `Basic = 基础版, Pro = 专业版`: one line for what is seldom changed. */
function ChoicesBox({ field, change, label }: ChoicesProps) {
  const { t } = useSay();
  const said = field.choices.map(({ name }) => `${name.en} = ${name.zh}`).join(', ');
  return (
    <TextInput
      key={field.code}
      size="xs"
      className="named-wide"
      aria-label={label}
      placeholder={t('asked.choices-hint')}
      title={t('asked.choices-hint')}
      defaultValue={said}
      onBlur={({ currentTarget }) => change({ ...field, choices: readChoices(currentTarget.value) })}
    />
  );
}

export function readChoices(text: string): AskedField['choices'] {
  const parts = text.split(/[,，;；\n]/).map((part) => part.split('=').map((side) => side.trim()));
  return parts
    .filter(([en]) => en)
    .map(([en = '', zh = en], index) => ({ code: makeCode(en) || `choice-${index + 1}`, name: { en, zh } }));
}
