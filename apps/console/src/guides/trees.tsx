/** On the card: the question trees of this matter, one question at a time, with the way back, to an end that is done by a press. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation, Guides, TreeEnd, TreeStep } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveDraft } from '../conversation/unsent.ts';
import { Icon } from '../parts/icon.tsx';
import { useLanguage } from '../parts/use-language.ts';
import { useOrder } from '../parts/use-order.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { useTicketOrder } from '../tickets/ticket-queries.ts';
import { guidesQuery, useWalk } from './guide-queries.ts';
import './guides.css';

type Tree = Guides['trees'][number];

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
  const { t } = useTranslation();
  const language = useLanguage();
  const walk = useWalk(conversation.id);
  const path = tree.walked?.path ?? [];
  const { node, end } = standAt(tree, path);
  const go = (next: TreeStep[]) => walk.mutate({ tree: tree.code, path: next });
  return (
    <div data-testid="tree-walk">
      <p className="small quiet">{tree.name[language] || tree.code}</p>
      <ol className="tree-path small">
        {path.map((step) => {
          const asked = tree.nodes.find(({ code }) => code === step.node);
          const answer = asked?.answers.find(({ code }) => code === step.answer);
          return (
            <li key={step.node}>
              {asked?.question[language]} <b>{answer?.name[language]}</b>
            </li>
          );
        })}
      </ol>
      {node && (
        <>
          <p className="tree-question">{node.question[language]}</p>
          <div className="tree-answers">
            {node.answers.map(({ code, name }) => (
              <Button
                key={code}
                size="compact-sm"
                variant="default"
                loading={walk.isPending}
                onClick={() => go([...path, { node: node.code, answer: code }])}
                data-testid={`answer-${code}`}
              >
                {name[language] || code}
              </Button>
            ))}
          </div>
        </>
      )}
      {end && <End end={end} tree={tree} conversation={conversation} />}
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
    </div>
  );
}

/** The gateway has checked the path: here it is only shown. */
function standAt(tree: Tree, path: TreeStep[]) {
  const last = path.at(-1);
  const answer =
    last && tree.nodes.find(({ code }) => code === last.node)?.answers.find(({ code }) => code === last.answer);
  const next = last ? answer?.to : tree.start;
  return { node: tree.nodes.find(({ code }) => code === next), end: answer?.end ?? null };
}

function End({ end, tree, conversation }: { end: TreeEnd; tree: Tree; conversation: Conversation }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const order = useOrder();
  const ticket = useTicketOrder();
  const { id } = conversation;
  const spoken = conversation.language === 'zh' ? 'zh' : 'en';
  const put = (text: string) => giveDraft(id, text);
  const subject = conversation.subject ?? (tree.name[language] || tree.code);
  if (end.kind === 'article') {
    return (
      <EndAct says={end.title[language]} act={t('guide.put')} run={() => put(`${end.title[spoken]}\n${end.url}`)} />
    );
  }
  if (end.kind === 'text')
    return <EndAct says={end.text[language]} act={t('guide.put')} run={() => put(end.text[spoken])} />;
  if (end.kind === 'transfer') {
    const queue = words.queue(end.queue);
    const run = () => order.mutate({ id, verb: 'transfer', body: { to: { queue: end.queue } } });
    return <EndAct says={t('guide.ends-transfer', { queue })} act={t('guide.do-transfer', { queue })} run={run} />;
  }
  const { kind, severity, department } = end.ticket;
  const body = { kind, severity, subject: subject.slice(0, 200), department };
  const open = () => ticket.mutate({ path: `conversations/${id}/tickets`, body, said: 'ticket.opened' });
  return (
    <EndAct
      says={t('guide.ends-ticket', { kind: t(`ticket.kind.${kind}`), severity: t(`urgency.${severity}`) })}
      act={t('guide.do-ticket')}
      run={open}
    />
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
