/** One walk through a question tree: what was answered, the question that stands now, and the way back; the end is the caller's. */
import { Button } from '@mantine/core';
import type { QuestionTree, TreeEnd, TreeStep } from '@trunkline/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../parts/use-language.ts';
import './guides.css';

type Tree = Pick<QuestionTree, 'nodes' | 'start'>;
type Props = {
  tree: Tree;
  path: TreeStep[];
  go: (next: TreeStep[]) => void;
  isPending?: boolean;
  drawEnd: (end: TreeEnd) => ReactNode;
};

export function WalkView({ tree, path, go, isPending = false, drawEnd }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { node, end } = standAt(tree, path);
  return (
    <>
      <ol className="tree-path small">
        {sayWalk(tree, path, language).map(({ asked, answered }, index) => (
          <li key={path[index]!.node}>
            {asked} <b>{answered}</b>
          </li>
        ))}
      </ol>
      {node && (
        <>
          <p className="tree-question">{node.question[language] || node.code}</p>
          <div className="tree-answers">
            {node.answers.map(({ code, name }) => (
              <Button
                key={code}
                size="compact-sm"
                variant="default"
                loading={isPending}
                onClick={() => go([...path, { node: node.code, answer: code }])}
                data-testid={`answer-${code}`}
              >
                {name[language] || code}
              </Button>
            ))}
          </div>
        </>
      )}
      {end && drawEnd(end)}
      {!node && !end && <p className="small quiet">{t('guide.leads-nowhere')}</p>}
      {path.length > 0 && (
        <div className="line tree-back">
          <Button size="compact-xs" variant="subtle" onClick={() => go(path.slice(0, -1))} data-testid="tree-back">
            {t('guide.back')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => go([])}>
            {t('guide.again')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The gateway checks the path of a conversation: here it is only shown. */
function standAt(tree: Tree, path: TreeStep[]) {
  const last = path.at(-1);
  const answer = last && answerAt(tree, last);
  const next = last ? answer?.to : tree.start;
  return { node: tree.nodes.find(({ code }) => code === next), end: answer?.end ?? null };
}

const answerAt = (tree: Tree, step: TreeStep) =>
  tree.nodes.find(({ code }) => code === step.node)?.answers.find(({ code }) => code === step.answer);

/** Questions and answers in words, in their order. */
export function sayWalk(tree: Tree, path: TreeStep[], language: 'en' | 'zh'): { asked: string; answered: string }[] {
  return path.map((step) => ({
    asked: tree.nodes.find(({ code }) => code === step.node)?.question[language] || step.node,
    answered: answerAt(tree, step)?.name[language] || step.answer,
  }));
}
