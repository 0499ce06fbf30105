/** A field of several words: each is one, Enter or a comma ends it, many may be pasted at once. */
import { TagsInput } from '@mantine/core';
import { useSay } from './editing.ts';
import { Field } from './field.tsx';
import { useField } from './use-field.ts';

type Props = { path: string; label: string; hint?: string; lang?: 'en' | 'zh'; isBare?: boolean; data?: string[] };

export function WordsBox({ path, label, hint, lang, isBare, data }: Props) {
  const { t } = useSay();
  const { value, set, readOnly } = useField(path);
  const words = Array.isArray(value) ? (value as string[]) : [];
  return (
    <Field path={path} label={label} {...(hint ? { hint } : {})} {...(isBare ? { isBare } : {})}>
      {({ 'aria-invalid': isWrong, ...wired }) => (
        <TagsInput
          {...wired}
          error={Boolean(isWrong)}
          lang={lang === 'zh' ? 'zh-Hans' : lang}
          value={words}
          data={data ?? []}
          readOnly={readOnly}
          splitChars={[',', '，', '、', ';', '；', '\n']}
          placeholder={words.length === 0 && !readOnly ? t('words-placeholder') : ''}
          clearButtonProps={{ 'aria-label': t('clear') }}
          onChange={(next) => set(next.map((word) => word.trim()).filter(Boolean))}
        />
      )}
    </Field>
  );
}

/** The same kind of words in both languages. */
export function BothWords({ path, label, hint }: Pick<Props, 'path' | 'label' | 'hint'>) {
  const { t } = useSay();
  return (
    <div className="pair">
      <WordsBox path={`${path}.en`} label={t('in-english', { label })} lang="en" {...(hint ? { hint } : {})} />
      <WordsBox path={`${path}.zh`} label={t('in-chinese', { label })} lang="zh" />
    </div>
  );
}
