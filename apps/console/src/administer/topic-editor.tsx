/** One topic: its names and the labels under it. */
import type { PolicyV1 } from '@trunkline/contracts';
import { useEditing, useSay } from './editing.ts';
import { Part } from './page-head.tsx';
import { RemoveItem } from './remove-item.tsx';
import { BothBox } from './text-box.tsx';

type Props = { path: string; topic: PolicyV1['taxonomy']['topics'][number]; choose: (path: string) => void };

export function TopicEditor({ path, topic, choose }: Props) {
  const { t, language } = useSay();
  const { policy } = useEditing();
  return (
    <div className="editor" data-path={path}>
      <Part title={topic.name[language] || topic.code} hint={t('queues.code', { code: topic.code })}>
        <BothBox path={`${path}.name`} label={t('name')} />
        <div>
          <span className="field-name">{t('taxonomy.labels')}</span>
          <ul className="chips">
            {topic.labels.map(({ code, name }) => (
              <li key={code}>
                <button type="button" className="chip" onClick={() => choose(`${path}.labels[${code}]`)}>
                  {name[language] || code}
                </button>
              </li>
            ))}
          </ul>
        </div>
      </Part>
      {policy.taxonomy.topics.length > 1 && <RemoveItem path={path} name={topic.name[language]} what="topic" />}
    </div>
  );
}
