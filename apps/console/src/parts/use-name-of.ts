/** What a customer is called on the screen: their name, or their address; in chat, where that says nothing, a short sign. */
import type { ConversationRow } from '@trunkline/contracts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isWithheld } from '../calls/say-number.ts';

type Known = Pick<ConversationRow, 'customer' | 'standard'>;

export function useNameOf(): (known: Known) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ customer: { name, address }, standard }) => {
      if (name) return name;
      if (isWithheld(address)) return t('call.withheld');
      return standard === 'chat' ? t('visitor', { sign: address.slice(-4) }) : address;
    },
    [t],
  );
}
