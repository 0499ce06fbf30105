/** Says that a reply did not go out, to somebody who has moved on to another conversation. */

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { Conversation } from '@trunkline/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { tell } from '../parts/tell.ts';
import { useNameOf } from '../parts/use-name-of.ts';
import { useUnsent } from './unsent.ts';

export function TellUnsent() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { conversationId } = useParams({ strict: false });
  const nameOf = useNameOf();
  const told = useRef(new Set<string>());
  const all = useUnsent();
  useEffect(() => {
    for (const { id, state, conversationId: from } of all) {
      if ((state !== 'stale' && state !== 'refused') || from === conversationId || told.current.has(id)) continue;
      told.current.add(id);
      const about = client.getQueryData<Conversation>(['conversation', from]);
      const open = () =>
        void navigate({ to: '/inbox/$filter/$conversationId', params: { filter: 'mine', conversationId: from } });
      tell(t('unsent.elsewhere', { who: about ? nameOf(about) : '' }), 'failed', {
        words: t('unsent.open'),
        run: open,
      });
    }
  }, [all, conversationId, client, navigate, nameOf, t]);
  return null;
}
