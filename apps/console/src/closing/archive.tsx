/** What is over, over all channels: found by words in any script, narrowed by date, channel, label, agent and outcome. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ArchivePage, ArchiveRow } from '@trunkline/contracts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { channelsQuery, colleaguesQuery, policyQuery } from '../parts/queries.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useNameOf } from '../parts/use-name-of.ts';
import { useWords } from '../parts/use-words.ts';
import { Box } from '../supervise/box.tsx';
import '../supervise/supervise.css';
import './closing.css';

const nothing = { q: '', from: '', to: '', channel: '', label: '', agent: '', outcome: '' };
type Asked = typeof nothing;

/** Days are the reader's own: from its first moment to the last of the other. */
function pathOf({ from, to, ...rest }: Asked, cursor: string): string {
  const days = {
    from: from && new Date(`${from}T00:00:00`).toISOString(),
    to: to && new Date(Date.parse(`${to}T00:00:00`) + 24 * 3600_000).toISOString(),
  };
  const given = Object.entries({ ...rest, ...days, cursor }).filter(([, value]) => value !== '');
  return `/v1/archive?${new URLSearchParams(given)}`;
}

const archiveQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ['archive', asked],
    queryFn: ({ pageParam, signal }) => ask<ArchivePage>(pathOf(asked, pageParam), { signal }),
    initialPageParam: '',
    getNextPageParam: (page: ArchivePage) => page.next ?? undefined,
  });

export function Archive() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(nothing);
  const [settled] = useDebouncedValue(asked, 250);
  const query = useInfiniteQuery(archiveQuery(settled));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <main className="floor scroll">
      <h1>{t('archive.title')}</h1>
      <Asking asked={asked} put={(part) => setAsked({ ...asked, ...part })} />
      <Box title={t('archive.found')} count={rows.length}>
        {query.isPending && <Bones shape="rows" />}
        {query.error && rows.length === 0 && <Refusal error={query.error} again={() => void query.refetch()} />}
        {query.isSuccess && rows.length === 0 && (
          <Empty icon="parked" title={t('archive.none')}>
            {t('archive.none-more')}
          </Empty>
        )}
        <div className="archive-rows">
          {rows.map((row) => (
            <Found key={row.id} row={row} />
          ))}
        </div>
        {query.hasNextPage && (
          <Button
            variant="subtle"
            fullWidth
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('archive.more')}
          </Button>
        )}
      </Box>
    </main>
  );
}

function Asking({ asked, put }: { asked: Asked; put: (part: Partial<Asked>) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const channels = useQuery(channelsQuery).data ?? [];
  const topics = useQuery(policyQuery).data?.taxonomy.topics ?? [];
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  useKeys({ '/': () => field.current?.focus() });
  const labels = topics.flatMap((topic) => topic.labels);
  const choose = (name: 'channel' | 'label' | 'agent' | 'outcome', values: { value: string; label: string }[]) => (
    <NativeSelect
      size="sm"
      label={t(`archive.${name}`)}
      value={asked[name]}
      data={[{ value: '', label: t('archive.any') }, ...values]}
      onChange={({ currentTarget }) => put({ [name]: currentTarget.value })}
    />
  );
  const day = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      size="sm"
      label={t(`archive.${name}`)}
      value={asked[name]}
      onChange={({ currentTarget }) => put({ [name]: currentTarget.value })}
    />
  );
  return (
    <div className="archive-asked">
      <TextInput
        ref={field}
        className="archive-words"
        size="sm"
        label={t('archive.words')}
        placeholder={t('archive.words-hint')}
        leftSection={<Icon name="search" />}
        value={asked.q}
        onChange={({ currentTarget }) => put({ q: currentTarget.value })}
        data-testid="archive-words"
      />
      {day('from')}
      {day('to')}
      {choose(
        'channel',
        channels.map(({ name, label }) => ({ value: name, label: label[language] })),
      )}
      {choose(
        'label',
        labels.map(({ code, name }) => ({ value: code, label: name[language] })),
      )}
      {choose(
        'agent',
        colleagues.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {choose(
        'outcome',
        (['satisfied', 'unsatisfied', 'unknown'] as const).map((value) => ({ value, label: t(`archive.${value}`) })),
      )}
    </div>
  );
}

function Found({ row }: { row: ArchiveRow }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const words = useWords();
  const places = row.foundIn.map((place) => t(`archive.in-${place}`)).join(t('list-comma'));
  const parts = [
    words.label(row.label),
    row.agentId && words.person(row.agentId),
    t(`archive.${row.outcome}`),
    row.score !== null && t('closing.score', { score: row.score }),
    row.endedBecause && words.because({ code: row.endedBecause, values: {} }),
  ];
  return (
    <Link
      className="archive-row"
      to="/inbox/$filter/$conversationId"
      params={{ filter: 'groups', conversationId: row.id }}
      data-testid="archive-row"
    >
      <span className="line">
        <Icon name={row.standard} size={15} label={t(`standard.${row.standard}`)} />
        <strong className="cut">{nameOf(row)}</strong>
        <span className="grow" />
        <span className="small quiet">
          <Ago at={row.endedAt} />
        </span>
      </span>
      <span className="cut">{row.summary || row.subject || row.lastWords}</span>
      <span className="small quiet">{parts.filter(Boolean).join(' · ')}</span>
      {places && <span className="small quiet">{t('archive.in', { places })}</span>}
    </Link>
  );
}
