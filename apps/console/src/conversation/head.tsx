/** Above the thread: who and what, how it stands, and what one may do with it. */

import { ActionIcon, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { VerificationChip } from '../customers/verification-chip.tsx';
import { Face } from '../parts/face.tsx';
import { Icon } from '../parts/icon.tsx';
import { meQuery } from '../parts/queries.ts';
import { useNameOf } from '../parts/use-name-of.ts';
import { useWords } from '../parts/use-words.ts';
import { Acts } from './acts.tsx';
import type { Ground } from './drafts.ts';

type Props = {
  conversation: Conversation;
  back: () => void;
  write: (on: Ground) => void;
  toggleCard: () => void;
  isNarrow: boolean;
  isCardShown: boolean;
};

export function Head({ conversation, back, write, toggleCard, isNarrow, isCardShown }: Props) {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data?.staff.id;
  const nameOf = useNameOf();
  const words = useWords();
  const { customer, subject, standard, queue, state, agentId } = conversation;
  const Title = isNarrow ? 'h1' : 'h2';
  const name = nameOf(conversation);
  const about = [t(`standard.${standard}`), words.queue(queue), words.label(conversation.label)]
    .filter(Boolean)
    .join(' · ');
  return (
    <header className="head">
      {isNarrow && (
        <ActionIcon variant="subtle" color="gray" onClick={back} aria-label={t('back')}>
          <Icon name="back" size={20} />
        </ActionIcon>
      )}
      <Face name={name} size={36} />
      <div className="grow">
        <Title className="line head-name">
          <span className="cut">{name}</span>
          {customer.isVip && <span className="vip">VIP</span>}
          <StateChip state={state} holder={agentId && agentId !== me ? words.person(agentId) : null} />
        </Title>
        <div className="line small quiet head-about">
          <VerificationChip conversation={conversation} />
          <span className="cut">{subject ? `${subject} — ${about}` : about}</span>
        </div>
      </div>
      <Acts conversation={conversation} write={write} isNarrow={isNarrow} />
      <Tooltip label={t(isCardShown ? 'card.fold' : 'card.show')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={toggleCard}
          aria-label={t(isCardShown ? 'card.fold' : 'card.show')}
          aria-pressed={isCardShown}
        >
          <Icon name="card" size={18} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}

function StateChip({ state, holder }: { state: Conversation['state']; holder: string | null }) {
  const { t } = useTranslation();
  const tone = state === 'waiting' ? 'soon' : state === 'assigned' || state === 'offered' ? 'accent' : undefined;
  const shows = holder && ['assigned', 'with-customer', 'offered'].includes(state);
  return (
    <span className="chip" data-tone={tone} data-testid="conversation-state" data-state={state}>
      {t(`state.${state}`)}
      {shows && <span className="head-holder"> · {holder}</span>}
    </span>
  );
}
