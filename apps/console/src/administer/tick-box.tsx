/** A field in which any of a few are ticked. */
import { Checkbox } from '@mantine/core';
import type { Choice } from './choice-box.tsx';
import { Field } from './field.tsx';
import { useField } from './use-field.ts';

type Props = { path: string; label: string; hint?: string; choices: Choice[]; isBare?: boolean };

export function TickBox({ path, label, hint, choices, isBare }: Props) {
  const { value, set, readOnly } = useField(path);
  const ticked = Array.isArray(value) ? (value as string[]) : [];
  const turn = (one: string, on: boolean) =>
    set(choices.map((choice) => choice.value).filter((known) => (known === one ? on : ticked.includes(known))));
  return (
    <Field path={path} label={label} hint={hint} isGroup {...(isBare ? { isBare } : {})}>
      {() => (
        <div className="ticks">
          {choices.map((choice) => (
            <Checkbox
              key={choice.value}
              label={choice.label}
              checked={ticked.includes(choice.value)}
              disabled={readOnly}
              onChange={({ currentTarget }) => turn(choice.value, currentTarget.checked)}
            />
          ))}
        </div>
      )}
    </Field>
  );
}
