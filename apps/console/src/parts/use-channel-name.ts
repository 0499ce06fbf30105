/** What a channel is called: the name it gives itself, so that a new one needs no word here. */
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { channelsQuery } from './queries.ts';
import { useLanguage } from './use-language.ts';

export function useChannelName(): (channel: string) => string {
  const language = useLanguage();
  const channels = useQuery(channelsQuery).data;
  return useCallback(
    (channel: string) => channels?.find(({ name }) => name === channel)?.label[language] || channel,
    [channels, language],
  );
}
