/** The inbox: list, thread and card side by side, or one after the other where there is little room. */
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OpenConversation } from '../conversation/open-conversation.tsx';
import { Empty } from '../parts/empty.tsx';
import type { Filter } from './filters.ts';
import './inbox.css';
import { List } from './list.tsx';

export function Inbox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { filter = 'mine', conversationId } = useParams({ strict: false }) as {
    filter?: Filter;
    conversationId?: string;
  };
  const isNarrow = useMediaQuery('(max-width: 719px)', undefined, { getInitialValueInEffect: false });
  const back = () => void navigate({ to: '/inbox/$filter', params: { filter } });
  return (
    <div className="inbox">
      {!isNarrow && <List filter={filter} openId={conversationId ?? null} />}
      {isNarrow && !conversationId ? (
        <main className="inbox-list">
          <List filter={filter} openId={null} />
        </main>
      ) : (
        <main className="inbox-main">
          {conversationId ? (
            <OpenConversation key={conversationId} id={conversationId} back={back} isNarrow={isNarrow} />
          ) : (
            <Empty icon="chat" title={t('inbox.none-open')}>
              {t('inbox.none-open-more')}
            </Empty>
          )}
        </main>
      )}
    </div>
  );
}
