/** Question trees: for which matters each is, where it starts, its questions, and where each answer leads. */
import type { QuestionTree, TreeNode } from '@trunkline/contracts';
import { ChoiceBox } from './choice-box.tsx';
import { edit } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { GuideList } from './guide-list.tsx';
import { AddButton } from './list-part.tsx';
import { MatterBoxes } from './matter-boxes.tsx';
import { freeCode } from './named-list.tsx';
import { Part } from './page-head.tsx';
import { TreeQuestion } from './tree-question.tsx';
import { TryTree } from './try-tree.tsx';

/** Two answers that lead nowhere yet: the page says so until they do. */
const newNode = (code: string): TreeNode => ({
  code,
  question: { en: '', zh: '' },
  answers: [
    { code: 'yes', name: { en: 'Yes', zh: '是' }, to: null, end: null },
    { code: 'no', name: { en: 'No', zh: '否' }, to: null, end: null },
  ],
});

export function Trees() {
  return (
    <GuideList<QuestionTree>
      list="trees"
      icon="choices"
      fresh={({ code, name }) => ({ code, name, when: {}, start: 'question-1', nodes: [newNode('question-1')] })}
      more={({ nodes }) => String(nodes.length)}
      fields={(at, tree) => <TreeFields at={at} tree={tree} />}
    />
  );
}

function TreeFields({ at, tree }: { at: string; tree: QuestionTree }) {
  const { t, language } = useSay();
  const { mayWrite } = useEditing();
  const codes = tree.nodes.map(({ code }) => code);
  const questions = tree.nodes.map(({ code, question }) => ({ value: code, label: question[language] || code }));
  const add = () => edit(`${at}.nodes`, [...tree.nodes, newNode(freeCode(codes, 'question'))]);
  return (
    <>
      <MatterBoxes path={`${at}.when`} />
      <Part title={t('guides.questions')} hint={t('guides.questions-hint')}>
        <ChoiceBox path={`${at}.start`} label={t('guides.start')} choices={questions} />
      </Part>
      {tree.nodes.map((node, index) => (
        <TreeQuestion
          key={node.code}
          path={`${at}.nodes[${node.code}]`}
          node={node}
          number={index + 1}
          questions={questions}
          isOnly={tree.nodes.length === 1}
        />
      ))}
      {mayWrite && <AddButton words={t('guides.new-question')} run={add} testId="new-question" />}
      <TryTree tree={tree} />
    </>
  );
}
