/** One routing rule: what it matches, and the queue it gives. Moved by its handle, or by Alt and the arrows. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { Kind, PolicyV1 } from '@trunkline/contracts';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import type { Choice } from './choice-box.tsx';
import { useEditing, useSay } from './editing.ts';
import { Problems } from './field.tsx';
import { kinds } from './kinds.ts';
import { RuleActs } from './rule-acts.tsx';
import { standards } from './standards.ts';
import { useField } from './use-field.ts';

type Rule = PolicyV1['routing']['rules'][number];
type Props = {
  rule: Rule;
  index: number;
  queues: Choice[];
  change: (rule: Rule) => void;
  remove: () => void;
  move: (by: -1 | 1) => void;
  drag: () => void;
  drop: () => void;
};

export function RuleRow({ rule, index, queues, change, remove, move, drag, drop }: Props) {
  const { t } = useSay();
  const { t: root } = useTranslation();
  const { mayWrite, policy, base } = useEditing();
  const path = `routing.rules[${index}]`;
  const { problems } = useField(path);
  const put = (name: keyof Rule, value: string) => {
    const { [name]: _before, ...rest } = rule;
    change((value === '' ? rest : { ...rest, [name]: value }) as Rule);
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (!by || !event.altKey) return;
    event.preventDefault();
    move(by);
  };
  const isNew = JSON.stringify(base.routing.rules[index]) !== JSON.stringify(rule);
  const number = index + 1;
  return (
    <li
      className="rule"
      data-path={path}
      data-changed={(mayWrite && isNew) || undefined}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      onKeyDown={press}
    >
      <button
        type="button"
        className="rule-grip"
        draggable={mayWrite}
        onDragStart={drag}
        disabled={!mayWrite}
        aria-label={t('rules.grip', { number })}
        title={t('rules.grip-hint')}
      >
        {number}
      </button>
      <div className="rule-when">
        <Pick
          name="standard"
          label={t('rules.standard')}
          all={t('rules.any-standard')}
          choices={standards.map((value) => ({ value, label: root(`standard.${value}`) }))}
          {...{ rule, number, put }}
        />
        <MatterPick {...{ rule, number, policy, change }} />
        <Pick
          name="kind"
          label={t('rules.kind')}
          all={t('rules.any-kind')}
          choices={kinds.map((value: Kind) => ({ value, label: t(`value.${value}`) }))}
          {...{ rule, number, put }}
        />
        <Pick
          name="language"
          label={t('rules.language')}
          all={t('rules.any-language')}
          choices={['zh', 'en', 'de', 'fr', 'es', 'ja'].map((value) => ({ value, label: root(`language.${value}`) }))}
          {...{ rule, number, put }}
        />
        <TextInput
          size="xs"
          aria-label={t('rules.numbered', { name: t('rules.account'), number })}
          placeholder={t('rules.any-account')}
          value={rule.account ?? ''}
          readOnly={!mayWrite}
          onChange={({ currentTarget }) => put('account', currentTarget.value.trim())}
        />
      </div>
      <span className="rule-arrow" aria-hidden="true">
        <Icon name="forth" size={15} />
      </span>
      <Pick name="queue" label={t('rules.queue')} choices={queues} {...{ rule, number, put }} />
      <span className="rule-acts">
        {mayWrite && <RuleActs {...{ number, move, remove }} count={policy.routing.rules.length} />}
      </span>
      {problems.length > 0 && (
        <div className="rule-problems">
          <Problems path={path} />
        </div>
      )}
    </li>
  );
}

type PickProps = {
  name: keyof Rule;
  label: string;
  all?: string;
  choices: Choice[];
  rule: Rule;
  number: number;
  put: (name: keyof Rule, value: string) => void;
};

function Pick({ name, label, all, choices, rule, number, put }: PickProps) {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  const value = rule[name] ?? '';
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  return (
    <NativeSelect
      size="xs"
      className={value === '' ? 'pick-any' : 'pick'}
      aria-label={t('rules.numbered', { name: label, number })}
      value={value}
      disabled={!mayWrite}
      data={[
        ...(all ? [{ value: '', label: all }] : []),
        ...(isKnown ? [] : [{ value, label: t('not-there', { name: value }) }]),
        ...choices,
      ]}
      onChange={({ currentTarget }) => put(name, currentTarget.value)}
    />
  );
}

/** A topic or one of its labels: one list, the labels under their topic. */
function MatterPick({
  rule,
  number,
  policy,
  change,
}: {
  rule: Rule;
  number: number;
  policy: PolicyV1;
  change: (rule: Rule) => void;
}) {
  const { t, language } = useSay();
  const { mayWrite } = useEditing();
  const value = rule.label ? `label:${rule.label}` : rule.topic ? `topic:${rule.topic}` : '';
  const groups = policy.taxonomy.topics.map(({ code, name, labels }) => ({
    group: name[language] || code,
    items: [
      { value: `topic:${code}`, label: t('rules.whole-topic', { topic: name[language] || code }) },
      ...labels.map((label) => ({ value: `label:${label.code}`, label: label.name[language] || label.code })),
    ],
  }));
  const put = (next: string) => {
    const { topic: _topic, label: _label, ...rest } = rule;
    const [what, code] = next.split(':');
    change(what && code ? ({ ...rest, [what]: code } as Rule) : rest);
  };
  return (
    <NativeSelect
      size="xs"
      className={value === '' ? 'pick-any' : 'pick'}
      aria-label={t('rules.numbered', { name: t('rules.matter'), number })}
      value={value}
      disabled={!mayWrite}
      data={[{ value: '', label: t('rules.any-matter') }, ...groups]}
      onChange={({ currentTarget }) => put(currentTarget.value)}
    />
  );
}
