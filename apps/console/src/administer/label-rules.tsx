/** Rules that name a matter before the classifier is asked: words or a pattern, the first that matches. */
import { NativeSelect, SegmentedControl, TagsInput, TextInput } from '@mantine/core';
import type { LabelRule } from '@trunkline/contracts';
import { Icon } from '../parts/icon.tsx';
import { useEditing, useSay } from './editing.ts';
import { Problems } from './field.tsx';
import { ListPart } from './list-part.tsx';
import { Part } from './page-head.tsx';
import { PercentBox } from './percent-box.tsx';
import { RuleActs } from './rule-acts.tsx';
import { TryText } from './try-text.tsx';
import { useList } from './use-list.ts';

const at = 'taxonomy.rules';

export function LabelRules() {
  const { t } = useSay();
  const list = useList<LabelRule>(at);
  const rules = list.items;
  const first = useEditing().policy.taxonomy.topics[0]?.labels[0]?.code ?? '';
  return (
    <div className="editor">
      <TryText />
      <Part title={t('taxonomy.threshold')}>
        <PercentBox
          path="taxonomy.confidenceThreshold"
          label={t('taxonomy.threshold-label')}
          hint={t('taxonomy.threshold-hint')}
        />
      </Part>
      <ListPart
        path={at}
        title={t('taxonomy.rules')}
        hint={t('taxonomy.rules-hint')}
        none={
          rules.length === 0 && { icon: 'transfer', title: t('taxonomy.no-rules'), more: t('taxonomy.no-rules-more') }
        }
        hasOwnProblems
        add={{ words: t('new.rule'), run: () => list.add({ label: first, words: [] }) }}
      >
        <ol className="label-rules">
          {rules.map((rule, index) => (
            <LabelRuleRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule has nothing but its place to be known by
              key={index}
              rule={rule}
              index={index}
              {...list.at(index)}
              remove={() => list.at(index).remove(rule.label)}
            />
          ))}
        </ol>
      </ListPart>
    </div>
  );
}

type RowProps = {
  rule: LabelRule;
  index: number;
  change: (rule: LabelRule) => void;
  remove: () => void;
  move: (by: -1 | 1) => void;
};

function LabelRuleRow({ rule, index, change, remove, move }: RowProps) {
  const { t, language } = useSay();
  const { policy, mayWrite } = useEditing();
  const number = index + 1;
  const isPattern = rule.pattern !== undefined;
  const named = (name: string) => t('rules.numbered', { name, number });
  const groups = policy.taxonomy.topics.map(({ code, name, labels }) => ({
    group: name[language] || code,
    items: labels.map((label) => ({ value: label.code, label: label.name[language] || label.code })),
  }));
  return (
    <li className="label-rule" data-path={`${at}[${index}]`}>
      <span className="rule-number">{number}</span>
      <SegmentedControl
        size="xs"
        aria-label={named(t('taxonomy.by'))}
        disabled={!mayWrite}
        value={isPattern ? 'pattern' : 'words'}
        data={['words', 'pattern'].map((value) => ({ value, label: t(`taxonomy.by-${value}`) }))}
        onChange={(by) =>
          change(
            by === 'words'
              ? { label: rule.label, words: rule.words ?? [] }
              : { label: rule.label, pattern: rule.pattern ?? '' },
          )
        }
      />
      {isPattern ? (
        <TextInput
          className="grow mono"
          aria-label={named(t('taxonomy.pattern'))}
          placeholder="\border\s*no\.?\s*\d{6}\b"
          value={rule.pattern}
          readOnly={!mayWrite}
          maxLength={500}
          onChange={({ currentTarget }) => change({ label: rule.label, pattern: currentTarget.value })}
        />
      ) : (
        <TagsInput
          className="grow"
          aria-label={named(t('taxonomy.any-of'))}
          placeholder={rule.words?.length ? '' : t('taxonomy.any-of')}
          value={rule.words ?? []}
          readOnly={!mayWrite}
          onChange={(words) => change({ label: rule.label, words })}
        />
      )}
      <Icon name="forth" size={15} />
      <NativeSelect
        aria-label={named(t('taxonomy.label'))}
        value={rule.label}
        disabled={!mayWrite}
        data={groups}
        onChange={({ currentTarget }) => change({ ...rule, label: currentTarget.value })}
      />
      {mayWrite && (
        <span className="rule-acts">
          <RuleActs {...{ number, move, remove }} count={policy.taxonomy.rules.length} />
        </span>
      )}
      <div className="rule-problems">
        <Problems path={`${at}[${index}]`} />
      </div>
    </li>
  );
}
