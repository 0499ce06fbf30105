/** The hotline: its languages, what each key leads to, and what happens out of hours or to who will not wait. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { PolicyV1 } from '@trunkline/contracts';
import { ChoiceBox } from './choice-box.tsx';
import { useEditing, useSay } from './editing.ts';
import { ListPart } from './list-part.tsx';
import { PageHead, Part } from './page-head.tsx';
import { NumberBox } from './parsed-box.tsx';
import { RuleActs } from './rule-acts.tsx';
import { TickBox } from './tick-box.tsx';
import { useList } from './use-list.ts';

type Key = PolicyV1['hotline']['menu'][number];
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export function HotlineSettings() {
  const { t, language } = useSay();
  const { policy } = useEditing();
  return (
    <>
      <PageHead page="hotline" />
      <div className="editor">
        <Part title={t('doors.languages')} hint={t('doors.languages-hint')}>
          <TickBox
            path="hotline.languages"
            label={t('doors.languages-label')}
            choices={['zh', 'en'].map((value) => ({ value, label: t(`value.${value}`) }))}
          />
        </Part>
        <Menu />
        <Part title={t('doors.instead')}>
          <div className="pair">
            <ChoiceBox
              path="hotline.instead"
              label={t('doors.instead-label')}
              hint={t('doors.instead-hint')}
              choices={(['call-back', 'voicemail'] as const).map((value) => ({
                value,
                label: t(`doors.instead-${value}`),
              }))}
            />
          </div>
        </Part>
        <Part title={t('doors.call-backs')} hint={t('doors.call-backs-hint')}>
          <div className="pair">
            <NumberBox
              path="callBacks.minutes"
              label={t('doors.call-back')}
              hint={t('doors.call-back-hint')}
              least={1}
              most={10_080}
              unit={t('minutes')}
            />
            <NumberBox
              path="callBacks.attempts"
              label={t('doors.attempts')}
              hint={t('doors.attempts-hint')}
              least={1}
              most={20}
            />
          </div>
          <ChoiceBox
            path="callBacks.queue"
            label={t('doors.call-back-queue')}
            hint={t('doors.call-back-queue-hint')}
            choices={policy.queues.map(({ code, name }) => ({ value: code, label: name[language] || code }))}
            none={{ label: t('doors.call-back-own'), value: null }}
          />
        </Part>
      </div>
    </>
  );
}

function Menu() {
  const { t } = useSay();
  const { policy } = useEditing();
  const list = useList<Key>('hotline.menu');
  const free = keys.find((key) => !list.items.some((item) => item.key === key));
  const topic = policy.taxonomy.topics[0];
  const run = () => {
    if (free && topic) list.add({ key: free, topic: topic.code, name: { ...topic.name } });
  };
  return (
    <ListPart
      path="hotline.menu"
      title={t('doors.menu')}
      hint={t('doors.menu-hint')}
      none={list.items.length === 0 && { icon: 'call', title: t('doors.no-menu'), more: t('doors.no-menu-more') }}
      add={{ words: t('doors.new-key'), run, testId: 'new-key' }}
    >
      <ol className="named-list">
        {list.items.map((item, index) => (
          <MenuRow key={item.key} item={item} index={index} list={list} />
        ))}
      </ol>
    </ListPart>
  );
}

type RowProps = { item: Key; index: number; list: ReturnType<typeof useList<Key>> };

function MenuRow({ item, index, list }: RowProps) {
  const { t, language } = useSay();
  const { policy } = useEditing();
  const { change, move, remove } = list.at(index);
  const number = index + 1;
  const named = (name: string) => t('rules.numbered', { name, number });
  const open = keys.filter((key) => key === item.key || !list.items.some((one) => one.key === key));
  return (
    <li className="named-row" data-path={`hotline.menu[${index}]`}>
      <NativeSelect
        size="xs"
        className="named-key"
        aria-label={named(t('doors.key'))}
        value={item.key}
        data={open}
        disabled={list.readOnly}
        onChange={({ currentTarget }) => change({ ...item, key: currentTarget.value })}
      />
      {(['en', 'zh'] as const).map((spoken) => (
        <TextInput
          key={spoken}
          size="xs"
          lang={spoken === 'zh' ? 'zh-Hans' : 'en'}
          aria-label={named(t(`new.name-${spoken}`))}
          value={item.name[spoken]}
          readOnly={list.readOnly}
          onChange={({ currentTarget }) => change({ ...item, name: { ...item.name, [spoken]: currentTarget.value } })}
        />
      ))}
      <NativeSelect
        size="xs"
        aria-label={named(t('doors.topic'))}
        value={item.topic}
        disabled={list.readOnly}
        data={policy.taxonomy.topics.map(({ code, name }) => ({ value: code, label: name[language] || code }))}
        onChange={({ currentTarget }) => change({ ...item, topic: currentTarget.value })}
      />
      {!list.readOnly && (
        <span className="rule-acts">
          <RuleActs number={number} count={list.items.length} move={move} remove={() => remove(item.name[language])} />
        </span>
      )}
    </li>
  );
}
