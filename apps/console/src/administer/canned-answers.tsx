/** Canned answers: the text in both languages with what is filled in, the shortcut that is typed, and where each is offered. */
import { TextInput } from '@mantine/core';
import type { CannedAnswer } from '@trunkline/contracts';
import { useEditing, useSay } from './editing.ts';
import { Field } from './field.tsx';
import { useGuideChoices } from './guide-choices.ts';
import { GuideList } from './guide-list.tsx';
import { Part } from './page-head.tsx';
import { fillPreview, namesIn } from './placeholders.ts';
import { TextBox } from './text-box.tsx';
import { TickBox } from './tick-box.tsx';
import { useField } from './use-field.ts';

const holes = ['customer', 'agent', 'number', 'desk', 'ticket'];

export function CannedAnswers() {
  const { t } = useSay();
  const { queues, standards } = useGuideChoices();
  return (
    <GuideList<CannedAnswer>
      list="canned"
      icon="reply"
      fresh={({ code, name }) => ({
        code,
        name,
        text: { en: '', zh: '' },
        shortcut: code.slice(0, 32),
        queues: [],
        standards: [],
      })}
      more={({ shortcut }) => (shortcut ? `/${shortcut}` : '')}
      fields={(at) => (
        <>
          <Part title={t('guides.text')} hint={t('guides.text-hint')}>
            <ShortcutBox path={`${at}.shortcut`} />
            {(['en', 'zh'] as const).map((language) => (
              <TextWithHoles key={language} path={`${at}.text.${language}`} language={language} />
            ))}
          </Part>
          <Part title={t('guides.offered')} hint={t('guides.offered-hint')}>
            <TickBox path={`${at}.queues`} label={t('guides.queues')} choices={queues} />
            <TickBox path={`${at}.standards`} label={t('guides.standards')} choices={standards} />
          </Part>
        </>
      )}
    />
  );
}

/** Empty: it is found by its name alone. */
function ShortcutBox({ path }: { path: string }) {
  const { t } = useSay();
  const { value, set, readOnly } = useField(path);
  return (
    <Field path={path} label={t('guides.shortcut')} hint={t('guides.shortcut-hint')}>
      {({ 'aria-invalid': isWrong, ...wired }) => (
        <TextInput
          {...wired}
          className="mono shortcut"
          leftSection="/"
          error={Boolean(isWrong)}
          value={typeof value === 'string' ? value : ''}
          readOnly={readOnly}
          onChange={({ currentTarget }) =>
            set(
              currentTarget.value
                .toLowerCase()
                .replace(/[^a-z0-9-]/g, '')
                .slice(0, 32) || null,
            )
          }
        />
      )}
    </Field>
  );
}

function TextWithHoles({ path, language }: { path: string; language: 'en' | 'zh' }) {
  const { t } = useSay();
  const { policy } = useEditing();
  const { value, set, readOnly } = useField(path);
  const text = typeof value === 'string' ? value : '';
  const there = namesIn(text);
  return (
    <div className="text-one">
      <TextBox path={path} label={t(`value.${language}`)} lang={language} rows={3} />
      <div className="placeholders">
        <span className="small quiet">{t('texts.filled-in')}</span>
        {holes.map((name) => (
          <button
            key={name}
            type="button"
            className="chip"
            data-tone={there.includes(name) ? 'accent' : undefined}
            disabled={readOnly || there.includes(name)}
            title={t(there.includes(name) ? `placeholder.${name}` : 'texts.put-in', { name })}
            onClick={() => set(`${text}{${name}}`)}
          >
            {`{${name}}`}
          </button>
        ))}
      </div>
      {text && (
        <figure className="text-preview">
          <figcaption className="hidden">{t('texts.preview')}</figcaption>
          <p lang={language === 'zh' ? 'zh-Hans' : 'en'}>{fillPreview(text, language, policy.desk.name[language])}</p>
        </figure>
      )}
    </div>
  );
}
