/** What people write about: topics and their labels, and the rules that name a matter before the classifier is asked. */
import type { Label, PolicyV1 } from '@trunkline/contracts';
import { write } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { type Item, ItemList } from './item-list.tsx';
import { LabelEditor } from './label-editor.tsx';
import { LabelRules } from './label-rules.tsx';
import { NewItem, type NewNames } from './new-item.tsx';
import { PageHead } from './page-head.tsx';
import { TopicEditor } from './topic-editor.tsx';
import { useChosen } from './use-chosen.ts';
import { stepsOf } from './walk-path.ts';

type Topic = PolicyV1['taxonomy']['topics'][number];
const topicPath = (topic: string) => `taxonomy.topics[${topic}]`;
const labelPath = (topic: string, label: string) => `${topicPath(topic)}.labels[${label}]`;

const newLabel = ({ code, name }: NewNames): Label => ({
  code,
  name,
  kind: 'inquiry',
  stage: 'after-sale',
  urgency: 'normal',
  complexity: 3,
  words: { en: [], zh: [] },
  examples: { en: [], zh: [] },
});

export function Taxonomy() {
  const { t } = useSay();
  const { policy } = useEditing();
  const { topics } = policy.taxonomy;
  const open = useOpen(topics);
  const { choose } = useChosen('taxonomy', []);
  const codes = topics.flatMap((topic) => [topic.code, ...topic.labels.map(({ code }) => code)]);
  const withTopics = (next: Topic[]) => write({ ...policy, taxonomy: { ...policy.taxonomy, topics: next } });
  const addTopic = (names: NewNames) => {
    const first = newLabel({
      code: `${names.code}-other`,
      name: { en: `${names.name.en}: other`, zh: `${names.name.zh}：其他` },
    });
    withTopics([...topics, { ...names, labels: [first] }]);
    choose(topicPath(names.code));
  };
  const addLabel = (topic: Topic) => (names: NewNames) => {
    const labels = [...topic.labels, newLabel(names)];
    withTopics(topics.map((one) => (one.code === topic.code ? { ...one, labels } : one)));
    choose(labelPath(topic.code, names.code));
  };
  return (
    <>
      <PageHead page="taxonomy" />
      <div className="split">
        <ItemList
          label={t('page.taxonomy')}
          items={useItems()}
          chosen={open.path}
          choose={choose}
          foot={
            <>
              <NewItem what="topic" taken={codes} add={addTopic} />
              {open.topic && <NewItem what="label" taken={codes} add={addLabel(open.topic)} isSubtle />}
            </>
          }
        />
        {open.label && open.topic ? (
          <LabelEditor key={open.path} path={open.path} label={open.label} topic={open.topic} />
        ) : open.topic ? (
          <TopicEditor key={open.path} path={open.path} topic={open.topic} choose={choose} />
        ) : (
          <LabelRules />
        )}
      </div>
    </>
  );
}

/** What the address names: a label, a topic, or the rules; the first label where it names nothing. */
function useOpen(topics: Topic[]): { path: string; topic: Topic | undefined; label: Label | undefined } {
  const { at } = useEditing();
  const [, second, third, , fifth] = stepsOf(at);
  if (second === 'rules' || second === 'confidenceThreshold')
    return { path: 'taxonomy.rules', topic: undefined, label: undefined };
  const topic = topics.find(({ code }) => code === third) ?? topics[0];
  const label = third ? topic?.labels.find(({ code }) => code === fifth) : topic?.labels[0];
  const path = topic && label ? labelPath(topic.code, label.code) : topicPath(topic?.code ?? '');
  return { path, topic, label };
}

function useItems(): Item[] {
  const { t, language } = useSay();
  const { policy } = useEditing();
  const { topics, rules } = policy.taxonomy;
  return [
    { path: 'taxonomy.rules', name: t('taxonomy.rules'), icon: 'transfer', more: String(rules.length) },
    ...topics.flatMap((topic): Item[] => [
      { path: topicPath(topic.code), name: topic.name[language] || topic.code, depth: 0 },
      ...topic.labels.map(
        (label): Item => ({
          path: labelPath(topic.code, label.code),
          name: label.name[language] || label.code,
          depth: 1,
        }),
      ),
    ]),
  ];
}
