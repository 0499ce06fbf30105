/** A list without rows: what will stand here, and what to do now. */
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/empty.tsx';
import { ask } from '../parts/gateway.ts';
import { meQuery } from '../parts/queries.ts';
import type { Filter } from './filters.ts';

export function EmptyList({ filter, words }: { filter: Filter; words: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const presence = useQuery(meQuery).data?.presence;
  const goOnline = useMutation({
    mutationFn: () => ask('/v1/me/presence', { method: 'PUT', body: { state: 'online' } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['me'] }),
  });
  if (words) {
    return (
      <Empty icon="search" title={t('empty.search')}>
        {t('empty.search-more', { words })}
      </Empty>
    );
  }
  const isWrapping = filter === 'mine' && presence?.because.code === 'wrapping-up' && presence.state === 'away';
  const isOff = filter === 'mine' && presence != null && presence.state !== 'online';
  return (
    <Empty
      icon={filter === 'late' ? 'solve' : 'inbox'}
      title={t(`empty.${filter}`)}
      acts={
        isOff && (
          <Button onClick={() => goOnline.mutate()}>{t(isWrapping ? 'empty.wrapped-up' : 'me.go-online')}</Button>
        )
      }
    >
      {isWrapping ? t('empty.wrapping') : isOff ? t('empty.offline') : t(`empty.${filter}-more`)}
    </Empty>
  );
}
