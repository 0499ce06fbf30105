/** The customer's other conversations over all channels, newest first. */

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Conversation } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { messagesQuery } from '../parts/queries.ts';
import { useChannelName } from '../parts/use-channel-name.ts';
import { useMayReply } from '../parts/use-role.ts';
import { MergeDialog } from './thread-acts.tsx';

const most = 8;

export function Others({ conversation }: { conversation: Conversation }) {
  const { others, continues } = conversation;
  const { t } = useTranslation();
  const channelName = useChannelName();
  const { filter = 'mine' } = useParams({ strict: false });
  if (others.length === 0) return <p className="small quiet">{t('card.no-others')}</p>;
  return (
    <>
      <ol className="timeline">
        {others.slice(0, most).map(({ id, channel, state, subject, lastWords, lastAt }) => (
          <li key={id} data-state={state}>
            <Link to="/inbox/$filter/$conversationId" params={{ filter, conversationId: id }}>
              <span className="line small quiet">
                <span className="cut">{channelName(channel)}</span>
                <span>· {t(`state.${state}`)}</span>
                {id === continues && <span className="chip">{t('card.continues')}</span>}
                <span className="grow" />
                <Ago at={lastAt} />
              </span>
              <span className="cut">{subject ?? lastWords}</span>
            </Link>
          </li>
        ))}
      </ol>
      <MergeButton conversation={conversation} />
    </>
  );
}

/** Two threads of one matter become one; replies still go home, as both are of one address. */
function MergeButton({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  const firstMessageId = useQuery(messagesQuery(conversation.id)).data?.find(({ kind }) => kind !== 'note')?.id;
  if (!useMayReply() || conversation.state === 'closed') return null;
  return (
    <>
      <button type="button" className="line small link merge" onClick={() => open(true)} data-testid="merge">
        <Icon name="merge" size={13} />
        {t('thread-act.merge')}
      </button>
      {isOpen && <MergeDialog conversation={conversation} firstMessageId={firstMessageId} close={() => open(false)} />}
    </>
  );
}
