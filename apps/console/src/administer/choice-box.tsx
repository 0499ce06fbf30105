/** Fields in which one of a few is chosen, or a thing is so or not. */
import { NativeSelect, Switch } from '@mantine/core';
import { useSay } from './editing.ts';
import { Field } from './field.tsx';
import { useField } from './use-field.ts';

export type Choice = { value: string; label: string };
type Props = {
  path: string;
  label: string;
  hint?: string | undefined;
  choices: Choice[];
  /** Offers “none”, which stands as this. */
  none?: { label: string; value: null | undefined };
  isBare?: boolean;
};

export function ChoiceBox({ path, label, hint, choices, none, isBare }: Props) {
  const { value, set, readOnly } = useField(path);
  const { t } = useSay();
  const chosen = typeof value === 'string' ? value : '';
  const isKnown = chosen === '' || choices.some((choice) => choice.value === chosen);
  const all = [
    ...(none || chosen === '' ? [{ value: '', label: none?.label ?? t('choose') }] : []),
    ...(isKnown ? [] : [{ value: chosen, label: t('not-there', { name: chosen }) }]),
    ...choices,
  ];
  return (
    <Field path={path} label={label} hint={hint} {...(isBare ? { isBare } : {})}>
      {({ 'aria-invalid': isWrong, ...wired }) => (
        <NativeSelect
          {...wired}
          error={Boolean(isWrong)}
          value={chosen}
          data={all}
          disabled={readOnly}
          onChange={({ currentTarget }) => set(currentTarget.value || none?.value)}
        />
      )}
    </Field>
  );
}

export function SwitchBox({ path, label, hint, isBare }: Omit<Props, 'choices' | 'none'>) {
  const { value, set, readOnly } = useField(path);
  return (
    <Field path={path} label={label} hint={hint} {...(isBare ? { isBare } : {})}>
      {({ 'aria-invalid': _never, ...wired }) => (
        <Switch
          {...wired}
          checked={value === true}
          disabled={readOnly}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />
      )}
    </Field>
  );
}
