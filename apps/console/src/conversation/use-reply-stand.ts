/** Whether one may answer the customer now, and if not, what stands against it: said before sending, not after. */

import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../parts/queries.ts';
import { useNow } from '../parts/use-now.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { windowStand } from './window-stand.ts';

export type ReplyStand = { kind: 'may' } | { kind: 'not-now'; words: string } | { kind: 'may-not' };

type Given = Pick<Conversation, 'state' | 'agentId' | 'replyWindow'>;

export function useReplyStand({ state, agentId, replyWindow }: Given): ReplyStand {
  const { t } = useTranslation();
  const words = useWords();
  const me = useQuery(meQuery).data?.staff.id;
  const mayReply = useMayReply();
  const window = windowStand(replyWindow, useNow());
  if (!mayReply) return { kind: 'may-not' };
  const not = (because: string) => ({ kind: 'not-now' as const, words: because });
  if (state === 'closed') return not(t('composer.closed'));
  if (state === 'solved') return not(t('composer.solved'));
  if (state === 'bot') return not(t('composer.with-bot'));
  if (agentId === null) return not(t('composer.waiting'));
  if (agentId !== me) return not(t('composer.with-another', { who: words.person(agentId) }));
  if (state === 'offered') return not(t('composer.take-first'));
  if (window.kind === 'over') return not(t(`window.${window.hasWritten ? 'over' : 'never'}-${window.afterwards}`));
  return { kind: 'may' };
}
