/** One question of a tree: its words, its answers, and to which question or which end each leads. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { TreeEnd, TreeNode } from '@trunkline/contracts';
import type { Choice } from './choice-box.tsx';
import { ChoiceBox } from './choice-box.tsx';
import { useEditing, useSay } from './editing.ts';
import { Field, Problems } from './field.tsx';
import { useGuideChoices } from './guide-choices.ts';
import { AddButton } from './list-part.tsx';
import { TicketBoxes } from './macros.tsx';
import { freeCode } from './named-list.tsx';
import { Part } from './page-head.tsx';
import { RemoveItem } from './remove-item.tsx';
import { RuleActs } from './rule-acts.tsx';
import { BothBox, TextBox } from './text-box.tsx';
import { useField } from './use-field.ts';
import { useList } from './use-list.ts';

type Answer = TreeNode['answers'][number];
type Props = { path: string; node: TreeNode; number: number; questions: Choice[]; isOnly: boolean };

export function TreeQuestion({ path, node, number, questions, isOnly }: Props) {
  const { t, language } = useSay();
  const list = useList<Answer>(`${path}.answers`);
  const others = questions.filter(({ value }) => value !== node.code);
  const codes = node.answers.map(({ code }) => code);
  const add = () => list.add({ code: freeCode(codes, 'answer'), name: { en: '', zh: '' }, to: null, end: null });
  return (
    <Part title={`${number}. ${node.question[language] || node.code}`} path={path}>
      <BothBox path={`${path}.question`} label={t('guides.question')} />
      <Problems path={path} isExact />
      <Problems path={`${path}.code`} />
      <ol className="guide-rows">
        {list.items.map((answer, index) => {
          const { move, remove } = list.at(index);
          return (
            <li key={answer.code} className="guide-row" data-path={`${path}.answers[${answer.code}]`}>
              <span className="rule-number">{String.fromCharCode(65 + index)}</span>
              <div className="guide-row-fields">
                <AnswerFields path={`${path}.answers[${answer.code}]`} answer={answer} others={others} />
              </div>
              {!list.readOnly && (
                <span className="rule-acts">
                  <RuleActs
                    number={index + 1}
                    count={list.items.length}
                    move={move}
                    remove={() => remove(answer.name[language] || answer.code)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {!list.readOnly && (
        <div className="line">
          <AddButton words={t('guides.new-answer')} run={add} testId={`new-answer-${node.code}`} />
          <span className="grow" />
          {!isOnly && <RemoveItem path={path} name={node.question[language] || node.code} what="question" />}
        </div>
      )}
    </Part>
  );
}

function AnswerFields({ path, answer, others }: { path: string; answer: Answer; others: Choice[] }) {
  const { t } = useSay();
  const { queues } = useGuideChoices();
  return (
    <>
      <div className="answer-head">
        <AnswerName path={path} answer={answer} />
        <LeadsTo path={path} answer={answer} others={others} />
      </div>
      {answer.end?.kind === 'text' && <BothBox path={`${path}.end.text`} label={t('guides.text')} rows={2} />}
      {answer.end?.kind === 'article' && (
        <>
          <BothBox path={`${path}.end.title`} label={t('guides.title')} />
          <TextBox path={`${path}.end.url`} label={t('guides.url')} />
        </>
      )}
      {answer.end?.kind === 'ticket' && <TicketBoxes path={`${path}.end.ticket`} />}
      {answer.end?.kind === 'transfer' && (
        <ChoiceBox path={`${path}.end.queue`} label={t('guides.queue')} choices={queues} />
      )}
    </>
  );
}

function AnswerName({ path, answer }: { path: string; answer: Answer }) {
  const { t } = useSay();
  const { set, readOnly } = useField(`${path}.name`);
  return (['en', 'zh'] as const).map((language) => (
    <TextInput
      key={language}
      size="xs"
      lang={language === 'zh' ? 'zh-Hans' : 'en'}
      aria-label={t(`guides.answer-${language}`)}
      placeholder={t(`guides.answer-${language}`)}
      value={answer.name[language]}
      readOnly={readOnly}
      onChange={({ currentTarget }) => set({ ...answer.name, [language]: currentTarget.value })}
    />
  ));
}

/** `to:question` or `end:kind`, in one list: an answer leads to one place. */
function LeadsTo({ path, answer, others }: { path: string; answer: Answer; others: Choice[] }) {
  const { t } = useSay();
  const { policy } = useEditing();
  const { problems } = useField(path);
  const { set, readOnly } = useField(path);
  const begin = (kind: string): TreeEnd => {
    if (kind === 'article') return { kind, title: { en: '', zh: '' }, url: 'https://' };
    if (kind === 'ticket') return { kind, ticket: { kind: 'incident', severity: 'normal', department: null } };
    if (kind === 'transfer') return { kind, queue: policy.queues[0]?.code ?? '' };
    return { kind: 'text', text: { en: '', zh: '' } };
  };
  const choose = (value: string) => {
    const [where = '', what = ''] = value.split(':');
    set({ ...answer, to: where === 'to' ? what : null, end: where === 'end' ? begin(what) : null });
  };
  const chosen = answer.end ? `end:${answer.end.kind}` : answer.to ? `to:${answer.to}` : '';
  const isKnown = !answer.to || answer.end !== null || others.some(({ value }) => value === answer.to);
  const here = problems.filter((problem) => problem.path === path || problem.path === `${path}.to`);
  return (
    <Field path={`${path}.to`} label={t('guides.leads-to')} isBare>
      {(wired) => (
        <>
          <NativeSelect
            id={wired.id}
            size="xs"
            error={here.some(({ severity }) => severity === 'error')}
            value={chosen}
            disabled={readOnly}
            data={[
              ...(chosen === '' ? [{ value: '', label: t('choose') }] : []),
              ...(isKnown ? [] : [{ value: chosen, label: t('not-there', { name: answer.to }) }]),
              {
                group: t('guides.to-question'),
                items: others.map(({ value, label }) => ({ value: `to:${value}`, label })),
              },
              {
                group: t('guides.to-end'),
                items: ['article', 'text', 'ticket', 'transfer'].map((kind) => ({
                  value: `end:${kind}`,
                  label: t(`guides.ends.${kind}`),
                })),
              },
            ]}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          />
          <Problems path={path} isExact />
        </>
      )}
    </Field>
  );
}
