/** The thread: what was said and what the house did, with a place for what is new. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Conversation } from '@trunkline/contracts';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { Icon } from '../parts/icon.tsx';
import { meQuery, messagesQuery } from '../parts/queries.ts';
import { Refusal } from '../parts/refusal.tsx';
import { sayDay } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useMayReply } from '../parts/use-role.ts';
import { HouseLine } from './house-line.tsx';
import { MessageView } from './message-view.tsx';
import { noteSeen, seenUntil } from './seen.ts';
import { type ThreadItem, threadItems } from './thread-items.ts';
import { TypingLine } from './typing-line.tsx';
import { hearSent } from './unsent.ts';
import { UnsentView } from './unsent-view.tsx';
import { useMarkRead } from './use-mark-read.ts';
import { useStayAtEnd } from './use-stay-at-end.ts';

export function Thread({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { id } = conversation;
  const query = useQuery(messagesQuery(id));
  const me = useQuery(meQuery).data?.staff.id ?? null;
  const [stoppedAt] = useState(() => seenUntil(id));
  const messages = query.data;
  const items = useMemo(
    () => threadItems({ messages: messages ?? [], events: conversation.events, seenUntil: stoppedAt, me }),
    [messages, conversation.events, stoppedAt, me],
  );
  const firstId = messages?.find(({ kind }) => kind !== 'note')?.id;
  const mayReply = useMayReply();
  const maySplit = mayReply && conversation.state !== 'closed' && !conversation.live;
  const { pane, words, isAtEnd, goToEnd } = useStayAtEnd();
  useMarkRead(conversation, messages);
  useEffect(() => {
    hearSent((sent) =>
      client.setQueryData(messagesQuery(sent.conversationId as string).queryKey, (known) =>
        known && !known.some((one) => one.id === sent.id) ? [...known, sent] : known,
      ),
    );
  }, [client]);
  useEffect(() => {
    const last = messages?.at(-1);
    if (last) noteSeen(id, last.at);
  }, [id, messages]);

  return (
    <div className="thread-frame">
      <div
        ref={pane}
        className="thread scroll"
        role="log"
        aria-label={t('thread.label')}
        aria-live="polite"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
      >
        <div ref={words} className="thread-words">
          {conversation.isSuspect && (
            <p className="thread-warning">
              <Icon name="alert" />
              <span>
                {t('thread.suspect')} <span className="suspect-do">{t('thread.suspect-do')}</span>
              </span>
            </p>
          )}
          {query.isPending && <Bones shape="thread" />}
          {query.error && !messages && <Refusal error={query.error} again={() => void query.refetch()} />}
          {items.map((item) => (
            <Item
              key={item.key}
              item={item}
              conversation={conversation}
              maySplit={maySplit && item.kind === 'message' && item.message.id !== firstId}
            />
          ))}
          <UnsentView conversation={conversation} />
          <TypingLine conversationId={id} />
        </div>
      </div>
      {!isAtEnd && (
        <button type="button" className="to-end" onClick={goToEnd}>
          <Icon name="down" size={14} />
          {t('thread.to-end')}
        </button>
      )}
    </div>
  );
}

type ItemProps = { item: ThreadItem; conversation: Conversation; maySplit: boolean };

function Item({ item, conversation, maySplit }: ItemProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (item.kind === 'day') {
    return (
      <div className="day">
        <span>{sayDay(item.at, Date.now(), language)}</span>
      </div>
    );
  }
  if (item.kind === 'new')
    return (
      <div className="new-since" data-testid="new-since">
        <span>{t('thread.new-since')}</span>
      </div>
    );
  if (item.kind === 'fact') return <HouseLine fact={item.fact} conversationId={conversation.id} />;
  const isTheirs = item.message.from === 'customer';
  return (
    <MessageView
      message={item.message}
      follows={item.follows}
      conversation={conversation}
      maySplit={maySplit && isTheirs}
    />
  );
}
