/** What customers are told: every text in both languages, with what is filled in, and how it will read. */
import type { PolicyV1 } from '@trunkline/contracts';
import { ChoiceBox } from './choice-box.tsx';
import { edit } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { type Item, ItemList } from './item-list.tsx';
import { PageHead, Part } from './page-head.tsx';
import { fillPreview, namesIn } from './placeholders.ts';
import { BothBox, TextBox } from './text-box.tsx';
import { useChosen } from './use-chosen.ts';

export function PolicyTexts() {
  const { t } = useSay();
  const { policy } = useEditing();
  const codes = inOrder(Object.keys(policy.texts));
  const { code, choose } = useChosen('texts', codes);
  const items = codes.map(
    (code): Item => ({
      path: `texts.${code}`,
      name: t(`text.${code}`, { defaultValue: code }),
      ...(policy.texts[code]?.en || policy.texts[code]?.zh ? {} : { more: t('texts.off'), isQuiet: true }),
    }),
  );
  return (
    <>
      <PageHead page="texts" />
      <div className="editor">
        <Part title={t('texts.desk')}>
          <BothBox path="desk.name" label={t('texts.desk-name')} />
          <ChoiceBox
            path="desk.defaultLanguage"
            label={t('texts.language')}
            hint={t('texts.language-hint')}
            choices={['en', 'zh'].map((value) => ({ value, label: t(`value.${value}`) }))}
          />
        </Part>
        <div className="split">
          <ItemList label={t('page.texts')} items={items} chosen={`texts.${code}`} choose={choose} />
          {code && <TextEditor key={code} code={code} />}
        </div>
      </div>
    </>
  );
}

/** As a conversation goes; what the house does not know stands last. */
const placed = [
  'greeting',
  'mail-acknowledgement',
  'queued',
  'to-a-person',
  'offline',
  'delay-notice',
  'delay-notice-without-time',
  'delay-notice-again',
  'delay-notice-again-without-time',
  'ticket-number',
  'ticket-handed-over',
  'ticket-answered',
  'ticket-merged',
  'ticket-solved',
  'hand-over-mail',
  'complaint-first-contact',
  'complaint-earlier-result',
  'complaint-patience',
  'complaint-no-time',
  'complaint-promise',
  'call-back-missed',
  'transfer',
  'transfer-told',
  'anything-else',
  'survey-offer',
  'closing',
  'closing-call',
];

function inOrder(codes: string[]): string[] {
  const rank = (code: string) => (placed.includes(code) ? placed.indexOf(code) : placed.length);
  return [...codes].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

function TextEditor({ code }: { code: string }) {
  const { t } = useSay();
  const { policy, base } = useEditing();
  const text = policy.texts[code] ?? { en: '', zh: '' };
  const before = base.texts[code] ?? { en: '', zh: '' };
  const names = [...new Set([before.en, before.zh, text.en, text.zh].flatMap(namesIn))];
  return (
    <Part
      title={t(`text.${code}`, { defaultValue: code })}
      hint={t(`text-when.${code}`, { defaultValue: '' })}
      path={`texts.${code}`}
    >
      {(['en', 'zh'] as const).map((language) => (
        <div key={language} className="text-one">
          <TextBox path={`texts.${code}.${language}`} label={t(`value.${language}`)} lang={language} rows={3} />
          <Placeholders code={code} language={language} names={names} text={text[language]} />
          <Preview text={text[language]} language={language} desk={policy.desk} />
        </div>
      ))}
      <p className="quiet small">{t('texts.empty')}</p>
    </Part>
  );
}

type PlaceholdersProps = { code: string; language: 'en' | 'zh'; names: string[]; text: string };

function Placeholders({ code, language, names, text }: PlaceholdersProps) {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  if (names.length === 0) return null;
  return (
    <div className="placeholders">
      <span className="small quiet">{t('texts.filled-in')}</span>
      {names.map((name) => {
        const isThere = namesIn(text).includes(name);
        return (
          <button
            key={name}
            type="button"
            className="chip"
            data-tone={isThere ? 'accent' : undefined}
            disabled={!mayWrite || isThere}
            title={isThere ? t(`placeholder.${name}`, { defaultValue: name }) : t('texts.put-in', { name })}
            onClick={() => edit(`texts.${code}.${language}`, `${text}{${name}}`)}
          >
            {`{${name}}`}
            {!isThere && <span className="hidden"> {t('texts.put-in', { name })}</span>}
          </button>
        );
      })}
    </div>
  );
}

function Preview({ text, language, desk }: { text: string; language: 'en' | 'zh'; desk: PolicyV1['desk'] }) {
  const { t } = useSay();
  if (!text) return null;
  return (
    <figure className="text-preview">
      <figcaption className="hidden">{t('texts.preview')}</figcaption>
      <p lang={language === 'zh' ? 'zh-Hans' : 'en'}>{fillPreview(text, language, desk.name[language])}</p>
    </figure>
  );
}
