/** Walks a question tree as an agent will, over what is drafted; nothing is kept. */
import type { QuestionTree, TreeEnd, TreeStep } from '@trunkline/contracts';
import { useState } from 'react';
import { WalkView } from '../guides/walk-view.tsx';
import { useSay } from './editing.ts';
import { useGuideChoices } from './guide-choices.ts';
import { Part } from './page-head.tsx';

export function TryTree({ tree }: { tree: QuestionTree }) {
  const { t } = useSay();
  const [path, go] = useState<TreeStep[]>([]);
  return (
    <Part title={t('guides.try')} hint={t('guides.try-hint')}>
      <div data-testid="try-tree">
        <WalkView tree={tree} path={stillThere(tree, path)} go={go} drawEnd={(end) => <End end={end} />} />
      </div>
    </Part>
  );
}

/** What was drafted away meanwhile is not walked. */
function stillThere({ nodes }: QuestionTree, path: TreeStep[]): TreeStep[] {
  const gone = path.findIndex(
    (step) => !nodes.some(({ code, answers }) => code === step.node && answers.some((one) => one.code === step.answer)),
  );
  return gone < 0 ? path : path.slice(0, gone);
}

function End({ end }: { end: TreeEnd }) {
  const { t, language } = useSay();
  const { queues } = useGuideChoices();
  const said = {
    text: () => end.kind === 'text' && end.text[language],
    article: () => end.kind === 'article' && `${end.title[language]} · ${end.url}`,
    ticket: () =>
      end.kind === 'ticket' && `${t(`ticket.kind.${end.ticket.kind}`)} · ${t(`urgency.${end.ticket.severity}`)}`,
    transfer: () => end.kind === 'transfer' && queues.find(({ value }) => value === end.queue)?.label,
  }[end.kind]();
  return (
    <div className="tree-end" data-testid="try-end">
      <p>
        <b>{t(`guides.ends.${end.kind}`)}</b> {said}
      </p>
    </div>
  );
}
