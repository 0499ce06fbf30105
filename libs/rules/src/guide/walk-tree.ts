/** Follows the answers given in a question tree: to the next question, or to its end. */
import type { QuestionTree, TreeEnd, TreeNode, TreeStep } from '@trunkline/contracts';

export type Walked =
  | { kind: 'asks'; node: TreeNode }
  | { kind: 'ends'; end: TreeEnd }
  /** The tree was changed, or it was never so. `at`: from 0, in the path. */
  | { kind: 'wrong'; at: number };

export function walkTree(tree: QuestionTree, path: readonly TreeStep[]): Walked {
  let node = tree.nodes.find(({ code }) => code === tree.start);
  for (const [at, step] of path.entries()) {
    const answer = node?.code === step.node ? node.answers.find(({ code }) => code === step.answer) : undefined;
    if (!answer) return { kind: 'wrong', at };
    if (answer.end) return at === path.length - 1 ? { kind: 'ends', end: answer.end } : { kind: 'wrong', at: at + 1 };
    node = tree.nodes.find(({ code }) => code === answer.to);
  }
  return node ? { kind: 'asks', node } : { kind: 'wrong', at: path.length };
}

/** The path in words, for whoever reads what was asked: `Did it arrive? — No`. */
export function sayPath(tree: QuestionTree, path: readonly TreeStep[], language: 'en' | 'zh'): string[] {
  return path.map((step) => {
    const node = tree.nodes.find(({ code }) => code === step.node);
    const answer = node?.answers.find(({ code }) => code === step.answer);
    return `${node?.question[language] ?? step.node} — ${answer?.name[language] ?? step.answer}`;
  });
}
