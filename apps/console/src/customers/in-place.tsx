/** A value changed where it stands: pressed it becomes a field, Enter or leaving keeps it, Escape takes it back. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { AskedField } from '@trunkline/contracts';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';

type Props = {
  label: string;
  value: string;
  keep: (value: string) => void;
  kind?: AskedField['kind'];
  choices?: { value: string; label: string }[];
  placeholder?: string;
  readOnly?: boolean;
};
const inputTypes: Partial<Record<AskedField['kind'], string>> = { email: 'email', phone: 'tel', date: 'date' };

export function InPlace({ label, value, keep, kind = 'text', choices = [], placeholder, readOnly = false }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const shown = kind === 'choice' ? (choices.find((choice) => choice.value === value)?.label ?? value) : value;
  const close = (isKept: boolean) => {
    if (isKept && text !== null && text.trim() !== value) keep(text.trim());
    setText(null);
  };
  if (text === null)
    return (
      <button
        type="button"
        className="in-place"
        data-empty={value === '' || undefined}
        data-long={kind === 'long-text' || undefined}
        disabled={readOnly}
        aria-label={t('customer.edit', { name: label, value: shown || t('customer.empty') })}
        onClick={() => setText(value)}
      >
        <span>{shown || placeholder || t(readOnly ? 'customer.empty' : 'customer.add')}</span>
        {!readOnly && <Icon name="pencil" size={12} />}
      </button>
    );
  if (kind === 'choice')
    return (
      <NativeSelect
        size="xs"
        autoFocus
        aria-label={label}
        value={text}
        data={[{ value: '', label: '—' }, ...choices]}
        onChange={({ currentTarget }) => {
          keep(currentTarget.value);
          setText(null);
        }}
        onBlur={() => close(false)}
      />
    );
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close(false);
    }
    if (event.key === 'Enter' && (kind !== 'long-text' || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      close(true);
    }
  };
  const Box = kind === 'long-text' ? Textarea : TextInput;
  return (
    <Box
      size="xs"
      autoFocus
      className="in-place-box"
      aria-label={label}
      value={text}
      maxLength={kind === 'long-text' ? 2000 : 255}
      {...(kind === 'long-text' ? { autosize: true, minRows: 2, maxRows: 10 } : { type: inputTypes[kind] ?? 'text' })}
      {...(kind === 'number' ? { inputMode: 'decimal' as const } : {})}
      onChange={(event: { currentTarget: { value: string } }) => setText(event.currentTarget.value)}
      onKeyDown={press}
      onBlur={() => close(true)}
    />
  );
}
