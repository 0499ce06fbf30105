/** Macros: for which groups each is, and its steps in order, each as the agent would do it by hand. */
import { NativeSelect } from '@mantine/core';
import type { Macro, MacroStep } from '@trunkline/contracts';
import { ChoiceBox, SwitchBox } from './choice-box.tsx';
import { useEditing, useSay } from './editing.ts';
import { Field } from './field.tsx';
import { useGuideChoices } from './guide-choices.ts';
import { GuideList } from './guide-list.tsx';
import { ListPart } from './list-part.tsx';
import { Part } from './page-head.tsx';
import { RuleActs } from './rule-acts.tsx';
import { BothBox, TextBox } from './text-box.tsx';
import { TickBox } from './tick-box.tsx';
import { useField } from './use-field.ts';
import { useList } from './use-list.ts';

const acts: MacroStep['act'][] = ['reply', 'note', 'label', 'ticket', 'transfer', 'resolve'];
const most = 10;

export function MacroList() {
  const { t } = useSay();
  const { queues } = useGuideChoices();
  return (
    <GuideList<Macro>
      list="macros"
      icon="macro"
      fresh={({ code, name }) => ({
        code,
        name,
        queues: [],
        changesAccount: false,
        steps: [{ act: 'reply', text: { en: '', zh: '' } }],
      })}
      more={({ steps }) => String(steps.length)}
      fields={(at) => (
        <>
          <Part title={t('guides.offered')} hint={t('guides.offered-hint')}>
            <TickBox path={`${at}.queues`} label={t('guides.queues')} choices={queues} />
            <SwitchBox
              path={`${at}.changesAccount`}
              label={t('guides.changes-account')}
              hint={t('guides.changes-account-hint')}
            />
          </Part>
          <Steps path={`${at}.steps`} />
        </>
      )}
    />
  );
}

function Steps({ path }: { path: string }) {
  const { t } = useSay();
  const list = useList<MacroStep>(path);
  const add = () => {
    if (list.items.length < most) list.add({ act: 'reply', text: { en: '', zh: '' } });
  };
  return (
    <ListPart
      path={path}
      title={t('guides.steps')}
      hint={t('guides.steps-hint')}
      hasOwnProblems
      add={{ words: t('guides.new-step'), run: add, testId: 'new-step' }}
    >
      <ol className="guide-rows">
        {list.items.map((step, index) => {
          const { move, remove } = list.at(index);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name but its place
            <li key={`${index}-${step.act}`} className="guide-row" data-path={`${path}[${index}]`}>
              <span className="rule-number">{index + 1}</span>
              <div className="guide-row-fields">
                <ActBox path={`${path}[${index}]`} />
                <StepFields path={`${path}[${index}]`} act={step.act} />
              </div>
              {!list.readOnly && (
                <span className="rule-acts">
                  <RuleActs number={index + 1} count={list.items.length} move={move} remove={() => remove()} />
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </ListPart>
  );
}

/** Another act begins with what it needs. */
function ActBox({ path }: { path: string }) {
  const { t } = useSay();
  const { policy } = useEditing();
  const { value, set, readOnly } = useField(path);
  const begin = (act: string): MacroStep => {
    if (act === 'note') return { act, text: '' };
    if (act === 'label') return { act, label: policy.taxonomy.topics[0]?.labels[0]?.code ?? '' };
    if (act === 'ticket') return { act, kind: 'incident', severity: 'normal', department: null };
    if (act === 'transfer') return { act, queue: policy.queues[0]?.code ?? '' };
    return act === 'resolve' ? { act } : { act: 'reply', text: { en: '', zh: '' } };
  };
  return (
    <Field path={path} label={t('guides.act')}>
      {({ 'aria-invalid': isWrong, ...wired }) => (
        <NativeSelect
          {...wired}
          error={Boolean(isWrong)}
          value={(value as MacroStep).act}
          data={acts.map((act) => ({ value: act, label: t(`guides.acts.${act}`) }))}
          disabled={readOnly}
          onChange={({ currentTarget }) => set(begin(currentTarget.value))}
        />
      )}
    </Field>
  );
}

function StepFields({ path, act }: { path: string; act: MacroStep['act'] }) {
  const { t } = useSay();
  const { queues, labels } = useGuideChoices();
  if (act === 'reply') return <BothBox path={`${path}.text`} label={t('guides.text')} rows={2} />;
  if (act === 'note') return <TextBox path={`${path}.text`} label={t('guides.note')} rows={2} />;
  if (act === 'label') return <ChoiceBox path={`${path}.label`} label={t('guides.label')} choices={labels} />;
  if (act === 'transfer') return <ChoiceBox path={`${path}.queue`} label={t('guides.queue')} choices={queues} />;
  return act === 'ticket' ? <TicketBoxes path={path} /> : null;
}

/** What a ticket is opened with, by a macro or at the end of a tree. */
export function TicketBoxes({ path }: { path: string }) {
  const { t } = useSay();
  const { kinds, urgencies, departments } = useGuideChoices();
  return (
    <div className="figures-grid">
      <ChoiceBox path={`${path}.kind`} label={t('taxonomy.kind')} choices={kinds} />
      <ChoiceBox path={`${path}.severity`} label={t('guides.severity')} choices={urgencies} />
      <ChoiceBox
        path={`${path}.department`}
        label={t('guides.department')}
        choices={departments}
        none={{ label: t('guides.no-department'), value: null }}
      />
    </div>
  );
}
