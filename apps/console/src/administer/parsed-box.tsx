/** Fields whose text means something: numbers, stretches of time, hours. What cannot be read is said, and not taken. */
import { Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useSay } from './editing.ts';
import { Field } from './field.tsx';
import { readDuration, sayDuration } from './read-duration.ts';
import { useField } from './use-field.ts';

/** `undefined` where the text means nothing; null may be a value. */
export type Reading<Value> = { read: (text: string) => Value | undefined; say: (value: Value) => string };
type Props<Value> = {
  path: string;
  label: string;
  hint?: string | undefined;
  reading: Reading<Value>;
  /** Said where the text cannot be read. */
  wrong: string;
  unit?: string | undefined;
  placeholder?: string | undefined;
  isBare?: boolean | undefined;
  rows?: number;
  step?: (value: Value, by: number) => Value;
};

export function ParsedBox<Value>({ path, label, hint, reading, wrong, unit, rows, step, ...rest }: Props<Value>) {
  const { value, set, readOnly } = useField(path);
  const [text, setText] = useState<string | null>(null);
  const isUnread = text !== null && reading.read(text) === undefined;
  const write = (next: string) => {
    setText(next);
    const read = reading.read(next);
    if (read !== undefined) set(read);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== null) setText(null);
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by || !step || readOnly) return;
    event.preventDefault();
    setText(null);
    set(step(value as Value, by));
  };
  const Box = rows ? Textarea : TextInput;
  return (
    <Field path={path} label={label} hint={isUnread ? undefined : hint} {...(rest.isBare ? { isBare: true } : {})}>
      {({ 'aria-invalid': isWrong, ...wired }) => (
        <>
          <Box
            {...wired}
            {...(rows ? { autosize: true, minRows: rows, maxRows: 16 } : {})}
            className={rows ? '' : 'narrow'}
            error={isUnread || Boolean(isWrong)}
            value={text ?? (value === undefined ? '' : reading.say(value as Value))}
            placeholder={rest.placeholder}
            readOnly={readOnly}
            onChange={(event: { currentTarget: { value: string } }) => write(event.currentTarget.value)}
            onBlur={() => isUnread || setText(null)}
            onKeyDown={press}
            rightSection={unit ? <span className="unit">{unit}</span> : undefined}
            rightSectionWidth={unit ? Math.max(36, unit.length * 9 + 14) : undefined}
          />
          {isUnread && (
            <p className="problem" data-severity="error" role="alert">
              {wrong}
            </p>
          )}
        </>
      )}
    </Field>
  );
}

type NumberProps = Pick<Props<number>, 'path' | 'label' | 'hint' | 'unit' | 'isBare' | 'placeholder'> & {
  least?: number;
  most?: number;
  isWhole?: boolean;
  /** Empty means none: stands as null, or is taken out. */
  empty?: null | undefined;
  mayBeEmpty?: boolean;
};

export function NumberBox({ least = 0, most = 1e9, isWhole = true, mayBeEmpty, empty, ...rest }: NumberProps) {
  const { t } = useSay();
  const { set } = useField(rest.path);
  const read = (text: string): number | null | undefined => {
    if (text.trim() === '') {
      if (!mayBeEmpty) return undefined;
      if (empty === undefined) set(undefined);
      return empty;
    }
    const number = Number(text.trim().replace(',', '.'));
    return number >= least && number <= most && (!isWhole || Number.isInteger(number)) ? number : undefined;
  };
  const reading: Reading<number | null> = { read, say: (value) => (value === null ? '' : String(value)) };
  return (
    <ParsedBox
      {...rest}
      reading={reading}
      wrong={t(most < 1e9 ? 'wrong.between' : 'wrong.from', { least, most })}
      step={(value, by) => Math.min(most, Math.max(least, (value ?? least) + by * (isWhole ? 1 : 0.05)))}
    />
  );
}

export function DurationBox({
  least = 1,
  ...rest
}: Pick<Props<number>, 'path' | 'label' | 'hint' | 'isBare'> & { least?: number }) {
  const { t, language } = useSay();
  const reading: Reading<number> = {
    read: (text) => {
      const seconds = readDuration(text);
      return seconds !== null && seconds >= least ? seconds : undefined;
    },
    say: (value) => sayDuration(value, language),
  };
  return <ParsedBox {...rest} reading={reading} wrong={t('wrong.duration')} />;
}
