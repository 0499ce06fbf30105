/** One open conversation: head, thread, composer, and the card beside it or in a drawer. */
import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { conversationQuery } from '../parts/queries.ts';
import { Refusal } from '../parts/refusal.tsx';
import { HeldResults } from '../submissions/held-results.tsx';
import { CapsuleView } from '../transfers/capsule-view.tsx';
import { ConsentBanner } from '../transfers/consent-banner.tsx';
import { Card } from './card.tsx';
import { Composer } from './composer.tsx';
import './conversation.css';
import type { Ground } from './drafts.ts';
import { Head } from './head.tsx';
import { Thread } from './thread.tsx';

type Props = { id: string; back: () => void; isNarrow: boolean | undefined };

export function OpenConversation({ id, back, isNarrow }: Props) {
  const { t } = useTranslation();
  const query = useQuery(conversationQuery(id));
  const hasRoom = useMediaQuery('(min-width: 1100px)', undefined, { getInitialValueInEffect: false });
  const [card, setCard] = useState<'shown' | 'folded' | 'drawer'>('shown');
  const [ground, setGround] = useState<Ground>('reply');
  const [focusAsked, askFocus] = useState(0);
  const write = (on: Ground) => {
    setGround(on);
    askFocus((count) => count + 1);
  };
  const conversation = query.data;
  if (!conversation) {
    return query.error ? <Refusal error={query.error} again={() => void query.refetch()} /> : <Bones shape="thread" />;
  }
  const isCardShown = hasRoom && card !== 'folded';
  const toggleCard = () => setCard(hasRoom ? (isCardShown ? 'folded' : 'shown') : 'drawer');
  return (
    <div className="open" data-card={isCardShown || undefined}>
      <div className="open-thread">
        <Head
          {...{ conversation, back, write, toggleCard }}
          isNarrow={Boolean(isNarrow)}
          isCardShown={Boolean(isCardShown)}
        />
        <HeldResults conversation={conversation} />
        <ConsentBanner conversation={conversation} />
        <CapsuleView conversation={conversation} />
        <Thread conversation={conversation} />
        <Composer {...{ conversation, ground, setGround, focusAsked }} />
      </div>
      {isCardShown && (
        <aside className="open-card scroll" aria-label={t('card.label')}>
          <Card conversation={conversation} write={() => write('reply')} />
        </aside>
      )}
      <Drawer
        opened={!hasRoom && card === 'drawer'}
        onClose={() => setCard('shown')}
        position="right"
        size={340}
        padding={0}
        title={<span className="drawer-title">{t('card.label')}</span>}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Card conversation={conversation} write={() => write('reply')} />
      </Drawer>
    </div>
  );
}
