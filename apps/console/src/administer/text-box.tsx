/** Text fields of the draft: one line, several lines, and the same in both languages. */
import { Textarea, TextInput } from '@mantine/core';
import { useSay } from './editing.ts';
import { Field } from './field.tsx';
import { useField } from './use-field.ts';

type Props = { path: string; label: string; hint?: string; rows?: number; lang?: 'en' | 'zh'; isBare?: boolean };

export function TextBox({ path, label, hint, rows, lang, isBare }: Props) {
  const { value, set, readOnly } = useField(path);
  const Box = rows ? Textarea : TextInput;
  return (
    <Field path={path} label={label} hint={hint} {...(isBare ? { isBare } : {})}>
      {({ 'aria-invalid': isWrong, ...wired }) => (
        <Box
          {...wired}
          {...(rows ? { autosize: true, minRows: rows, maxRows: 14 } : {})}
          error={Boolean(isWrong)}
          lang={lang === 'zh' ? 'zh-Hans' : lang}
          value={typeof value === 'string' ? value : ''}
          readOnly={readOnly}
          onChange={(event: { currentTarget: { value: string } }) => set(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A name that stands in English and Chinese, side by side. */
export function BothBox({ path, label, rows }: Pick<Props, 'path' | 'label' | 'rows'>) {
  const { t } = useSay();
  const more = rows ? { rows } : {};
  return (
    <div className="pair">
      <TextBox path={`${path}.en`} label={t('in-english', { label })} lang="en" {...more} />
      <TextBox path={`${path}.zh`} label={t('in-chinese', { label })} lang="zh" {...more} />
    </div>
  );
}
