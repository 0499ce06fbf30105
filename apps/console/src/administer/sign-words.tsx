/** The words of one kind of sign, in both languages; a kind begins empty. */
import { TagsInput } from '@mantine/core';
import type { SignKind } from '@trunkline/contracts';
import { useId } from 'react';
import { ChangedMark } from './changed-mark.tsx';
import { useSay } from './editing.ts';
import { Problems } from './field.tsx';
import { useField } from './use-field.ts';

type Words = { en: string[]; zh: string[] };

export function SignWords({ kind }: { kind: SignKind }) {
  const { t } = useSay();
  const path = `signs.words.${kind}`;
  const { value, set, changes, readOnly } = useField(path);
  const words = { en: [], zh: [], ...(value as Partial<Words> | undefined) };
  const put = (next: Words) => set(next.en.length + next.zh.length > 0 ? next : undefined);
  const name = t(`value.${kind}`);
  const id = useId();
  const box = (language: 'en' | 'zh') => (
    <TagsInput
      aria-label={t(language === 'en' ? 'in-english' : 'in-chinese', { label: name })}
      lang={language === 'zh' ? 'zh-Hans' : 'en'}
      value={words[language]}
      readOnly={readOnly}
      splitChars={[',', '，', '、', ';', '；', '\n']}
      placeholder={words[language].length === 0 && !readOnly ? t(`words-in-${language}`) : ''}
      onChange={(next) => put({ ...words, [language]: next.map((word) => word.trim()).filter(Boolean) })}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a line with the mark
    <div
      className="field"
      data-path={path}
      data-changed={changes.length > 0 || undefined}
      role="group"
      aria-labelledby={id}
    >
      <div className="field-head">
        <span className="field-name" id={id}>
          {name}
        </span>
        <ChangedMark changes={changes} label={name} />
      </div>
      <div className="pair">
        {box('en')}
        {box('zh')}
      </div>
      <p className="field-below quiet small">{t(`signs.${kind}`)}</p>
      <Problems path={path} />
    </div>
  );
}
