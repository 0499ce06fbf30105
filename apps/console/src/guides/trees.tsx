/** On the card: the question trees of this matter, one question at a time, with the way back, to an end that is done by a press. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation, Guides, TreeEnd, TreeStep } from '@trunkline/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveDraft } from '../conversation/unsent.ts';
import { Icon } from '../parts/icon.tsx';
import { useLanguage } from '../parts/use-language.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { guidesQuery, useWalk } from './guide-queries.ts';
import { sayWalk, WalkView } from './walk-view.tsx';
import './guides.css';

type Tree = Guides['trees'][number];
const TicketDialog = lazy(() =>
  import('../tickets/ticket-dialog.tsx').then((file) => ({ default: file.TicketDialog })),
);
const TransferDialog = lazy(() =>
  import('../conversation/transfer-dialog.tsx').then((file) => ({ default: file.TransferDialog })),
);

export function Trees({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayReply = useMayReply();
  const isOver = conversation.state === 'solved' || conversation.state === 'closed';
  const trees = useQuery({ ...guidesQuery(conversation.id), enabled: mayReply && !isOver }).data?.trees ?? [];
  const walked = trees.find(({ walked: walk }) => walk && walk.path.length > 0)?.code;
  const [chosen, choose] = useState<string | undefined>();
  const open = trees.find(({ code }) => code === (chosen ?? walked));
  if (trees.length === 0) return null;
  return (
    <section className="card-section" aria-label={t('guide.trees')} data-testid="trees">
      <h3>{t('guide.trees')}</h3>
      {open ? (
        <Walk key={open.code} tree={open} conversation={conversation} />
      ) : (
        <div className="tree-answers">
          {trees.map(({ code, name }) => (
            <Button
              key={code}
              size="compact-sm"
              variant="default"
              onClick={() => choose(code)}
              data-testid={`tree-${code}`}
            >
              {name[language] || code}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

function Walk({ tree, conversation }: { tree: Tree; conversation: Conversation }) {
  const language = useLanguage();
  const walk = useWalk(conversation.id);
  const path = tree.walked?.path ?? [];
  return (
    <div data-testid="tree-walk">
      <p className="small quiet">{tree.name[language] || tree.code}</p>
      <WalkView
        tree={tree}
        path={path}
        go={(next) => walk.mutate({ tree: tree.code, path: next })}
        isPending={walk.isPending}
        drawEnd={(end) => <End end={end} tree={tree} path={path} conversation={conversation} />}
      />
    </div>
  );
}

type EndProps = { end: TreeEnd; tree: Tree; path: TreeStep[]; conversation: Conversation };

/** Words go into the answer; a ticket and a transfer open their own dialog with what is known filled in. */
function End({ end, tree, path, conversation }: EndProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const [isOpen, open] = useState(false);
  const spoken = conversation.language === 'zh' ? 'zh' : 'en';
  const put = (text: string) => giveDraft(conversation.id, text);
  const close = () => open(false);
  if (end.kind === 'article') {
    return (
      <EndAct says={end.title[language]} act={t('guide.put')} run={() => put(`${end.title[spoken]}\n${end.url}`)} />
    );
  }
  if (end.kind === 'text')
    return <EndAct says={end.text[language]} act={t('guide.put')} run={() => put(end.text[spoken])} />;
  const walked = sayWalk(tree, path, language).map(({ asked, answered }) => `${asked} ${answered}`);
  if (end.kind === 'transfer') {
    const queue = words.queue(end.queue);
    const first = { queue: end.queue, why: walked.join(t('list-semicolon')).slice(0, 500) };
    return (
      <>
        <EndAct
          says={t('guide.ends-transfer', { queue })}
          act={t('guide.do-transfer', { queue })}
          run={() => open(true)}
        />
        <Suspense>
          {isOpen && <TransferDialog opened close={close} conversation={conversation} first={first} />}
        </Suspense>
      </>
    );
  }
  const { kind, severity, department } = end.ticket;
  const name = tree.name[language] || tree.code;
  const subject = (conversation.subject ?? name).slice(0, 200);
  const first = { kind, severity, subject, department: department ?? '', content: walked.join('\n') };
  return (
    <>
      <EndAct
        says={t('guide.ends-ticket', { kind: t(`ticket.kind.${kind}`), severity: t(`urgency.${severity}`) })}
        act={t('guide.do-ticket')}
        run={() => open(true)}
      />
      <Suspense>{isOpen && <TicketDialog conversation={conversation} first={first} close={close} />}</Suspense>
    </>
  );
}

function EndAct({ says, act, run }: { says: string; act: string; run: () => void }) {
  return (
    <div className="tree-end" data-testid="tree-end">
      <p>{says}</p>
      <Button size="compact-sm" leftSection={<Icon name="check" size={13} />} onClick={run} data-testid="tree-end-go">
        {act}
      </Button>
    </div>
  );
}
