/** Texts of the desk's own under a label: many pasted at once, counted, what is there twice flagged. */
import { ActionIcon, Button, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { ChangedMark } from './changed-mark.tsx';
import { useEditing, useSay } from './editing.ts';
import { Problems } from './field.tsx';
import { splitLines } from './split-lines.ts';
import { useField } from './use-field.ts';

type Props = { path: string; own: string };

export function ExamplesEditor({ path, own }: Props) {
  const { t, language: screen } = useSay();
  const [language, setLanguage] = useState<'en' | 'zh'>(screen);
  const { value } = useField(path);
  const count = (one: 'en' | 'zh') => (value as Record<'en' | 'zh', string[]>)?.[one]?.length ?? 0;
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('taxonomy.examples-language')}
        value={language}
        onChange={(next) => setLanguage(next as 'en' | 'zh')}
        data={(['en', 'zh'] as const).map((one) => ({ value: one, label: `${t(`value.${one}`)} · ${count(one)}` }))}
        style={{ justifySelf: 'start' }}
      />
      <Examples key={language} path={`${path}.${language}`} own={own} language={language} />
      <Problems path={path} />
    </>
  );
}

function Examples({ path, own, language }: Props & { language: 'en' | 'zh' }) {
  const { t } = useSay();
  const { value, set, changes, readOnly } = useField(path);
  const texts = (value as string[] | undefined) ?? [];
  const elsewhere = useExamplesElsewhere(own, language);
  return (
    <div className="examples" data-path={path}>
      {!readOnly && <Paste texts={texts} add={(fresh) => set([...fresh, ...texts])} />}
      {texts.length > 0 && (
        <div className="line">
          <span className="small quiet grow">{t('taxonomy.examples-count', { count: texts.length })}</span>
          <ChangedMark changes={changes} label={t('taxonomy.examples')} />
        </div>
      )}
      <ul className="example-list scroll" aria-label={t('taxonomy.examples')}>
        {texts.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same text may stand twice
          <li key={index} lang={language === 'zh' ? 'zh-Hans' : 'en'}>
            <span className="grow">{text}</span>
            {elsewhere.get(text) && (
              <span className="chip" data-tone="soon">
                {t('taxonomy.also-in', { label: elsewhere.get(text) })}
              </span>
            )}
            {texts.indexOf(text) < index && (
              <span className="chip" data-tone="soon">
                {t('taxonomy.twice')}
              </span>
            )}
            {!readOnly && (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('taxonomy.without-example', { text: text.slice(0, 40) })}
                onClick={() => set(texts.filter((_one, place) => place !== index))}
              >
                <Icon name="close" size={13} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Paste({ texts, add }: { texts: string[]; add: (fresh: string[]) => void }) {
  const { t } = useSay();
  const [pasted, setPasted] = useState('');
  const { fresh, duplicates } = splitLines(pasted, texts);
  const take = () => {
    add(fresh);
    setPasted('');
  };
  return (
    <div className="paste">
      <Textarea
        aria-label={t('taxonomy.paste')}
        placeholder={t('taxonomy.paste')}
        autosize
        minRows={2}
        maxRows={8}
        value={pasted}
        onChange={({ currentTarget }) => setPasted(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && fresh.length > 0) take();
        }}
      />
      <div className="line">
        <span className="small quiet grow" role="status">
          {duplicates.length > 0 && t('taxonomy.duplicates', { count: duplicates.length })}
        </span>
        <Button size="compact-sm" disabled={fresh.length === 0} onClick={take}>
          {fresh.length > 0 ? t('taxonomy.add-lines', { count: fresh.length }) : t('add')}
        </Button>
      </div>
    </div>
  );
}

/** Texts that another label has too: they teach the classifier two things at once. */
function useExamplesElsewhere(own: string, language: 'en' | 'zh'): Map<string, string> {
  const { policy } = useEditing();
  const { language: screen } = useSay();
  const others = policy.taxonomy.topics.flatMap(({ labels }) => labels).filter(({ code }) => code !== own);
  return new Map(others.flatMap(({ name, examples }) => examples[language].map((text) => [text, name[screen]])));
}
