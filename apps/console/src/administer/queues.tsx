/** The queues: what each asks of people, how it shares work, and who can serve it. */
import { edit, write } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { type Item, ItemList } from './item-list.tsx';
import { moveItem } from './move-item.ts';
import { NewItem, type NewNames } from './new-item.tsx';
import { PageHead } from './page-head.tsx';
import { QueueEditor } from './queue-editor.tsx';
import { useChosen } from './use-chosen.ts';

export function Queues() {
  const { t, language } = useSay();
  const { policy, mayWrite } = useEditing();
  const codes = policy.queues.map(({ code }) => code);
  const { code, choose } = useChosen('queues', codes);
  const queue = policy.queues.find((one) => one.code === code);
  const items = policy.queues.map(
    ({ code, name, archived }): Item => ({
      path: `queues[${code}]`,
      name: name[language] || code,
      ...(archived ? { more: t('queues.archived'), isQuiet: true } : {}),
    }),
  );
  const move = (path: string, by: -1 | 1) => {
    const from = items.findIndex((item) => item.path === path);
    if (mayWrite) edit('queues', moveItem(policy.queues, from, from + by));
  };
  const add = ({ code, name }: NewNames) => {
    const calendar = policy.queues[0]?.calendar ?? Object.keys(policy.calendars)[0] ?? '';
    const rest = { requires: {}, direct: [], widensTo: null, archived: false, priority: {} };
    write({ ...policy, queues: [...policy.queues, { code, name, mode: 'least-loaded', calendar, ...rest }] });
    choose(`queues[${code}]`);
  };
  return (
    <>
      <PageHead page="queues" />
      <div className="split">
        <ItemList
          label={t('page.queues')}
          items={items}
          chosen={`queues[${code}]`}
          choose={choose}
          move={move}
          foot={<NewItem what="queue" taken={codes} add={add} />}
        />
        {queue && <QueueEditor key={queue.code} queue={queue} />}
      </div>
    </>
  );
}
