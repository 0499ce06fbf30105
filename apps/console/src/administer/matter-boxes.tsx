/** What a form or a tree is for: a topic, a label, a kind; nothing chosen is all of them. */
import { ChoiceBox } from './choice-box.tsx';
import { useEditing, useSay } from './editing.ts';
import { kinds } from './kinds.ts';
import { Part } from './page-head.tsx';

export function MatterBoxes({ path }: { path: string }) {
  const { t, language } = useSay();
  const { policy } = useEditing();
  const { topics } = policy.taxonomy;
  const named = (things: readonly { code: string; name: { en: string; zh: string } }[]) =>
    things.map(({ code, name }) => ({ value: code, label: name[language] || code }));
  const all = { label: t('guides.any'), value: undefined };
  return (
    <Part title={t('guides.when')} hint={t('guides.when-hint')}>
      <div className="figures-grid">
        <ChoiceBox path={`${path}.topic`} label={t('guides.topic')} choices={named(topics)} none={all} />
        <ChoiceBox
          path={`${path}.label`}
          label={t('guides.label')}
          choices={named(topics.flatMap(({ labels }) => labels))}
          none={all}
        />
        <ChoiceBox
          path={`${path}.kind`}
          label={t('taxonomy.kind')}
          choices={kinds.map((value) => ({ value, label: t(`value.${value}`) }))}
          none={all}
        />
      </div>
    </Part>
  );
}
