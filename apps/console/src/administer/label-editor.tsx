/** One label: what it is called, how urgent and complex it is, the words that speak for it, and texts of the desk's own. */
import type { Label, PolicyV1 } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ChoiceBox } from './choice-box.tsx';
import { useSay } from './editing.ts';
import { ExamplesEditor } from './examples-editor.tsx';
import { kinds, stages, urgencies } from './kinds.ts';
import { Part } from './page-head.tsx';
import { NumberBox } from './parsed-box.tsx';
import { RemoveItem } from './remove-item.tsx';
import { BothBox } from './text-box.tsx';
import { BothWords } from './words-box.tsx';

type Props = { path: string; label: Label; topic: PolicyV1['taxonomy']['topics'][number] };

export function LabelEditor({ path, label, topic }: Props) {
  const { t, language } = useSay();
  const { t: root } = useTranslation();
  const named = (values: readonly string[]) => values.map((value) => ({ value, label: t(`value.${value}`) }));
  return (
    <div className="editor" data-path={path}>
      <Part
        title={label.name[language] || label.code}
        hint={`${topic.name[language]} · ${t('queues.code', { code: label.code })}`}
      >
        <BothBox path={`${path}.name`} label={t('name')} />
        <div className="figures-grid">
          <ChoiceBox path={`${path}.kind`} label={t('taxonomy.kind')} choices={named(kinds)} />
          <ChoiceBox path={`${path}.stage`} label={t('taxonomy.stage')} choices={named(stages)} />
          <ChoiceBox
            path={`${path}.urgency`}
            label={t('taxonomy.urgency')}
            choices={urgencies.map((value) => ({ value, label: root(`urgency.${value}`) }))}
          />
          <NumberBox
            path={`${path}.complexity`}
            label={t('taxonomy.complexity')}
            hint={t('taxonomy.complexity-hint')}
            most={10}
          />
        </div>
      </Part>
      <Part title={t('taxonomy.words')} hint={t('taxonomy.words-hint')}>
        <BothWords path={`${path}.words`} label={t('taxonomy.words')} />
      </Part>
      <Part title={t('taxonomy.examples')} hint={t('taxonomy.examples-hint')} path={`${path}.examples`}>
        <ExamplesEditor path={`${path}.examples`} own={label.code} />
      </Part>
      {topic.labels.length > 1 && <RemoveItem path={path} name={label.name[language]} what="label" />}
    </div>
  );
}
