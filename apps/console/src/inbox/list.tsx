/** The list of conversations: what rings on top, filters, search, and the rows as the router sorts them. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { conversationsQuery } from '../parts/queries.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { EmptyList } from './empty-list.tsx';
import { askFor, type Filter } from './filters.ts';
import { ListHead } from './list-head.tsx';
import { Offers } from './offers.tsx';
import { onceEach, type RowOrder, sortRows } from './row-order.ts';
import { Rows } from './rows.tsx';

export function List({ filter, openId }: { filter: Filter; openId: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<RowOrder>('router');
  const [cursorId, setCursorId] = useState<string | null>(openId);
  const [focusAsked, askFocus] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const sought = useDeferredValue(words);
  const query = useInfiniteQuery(conversationsQuery(askFor(filter, sought)));
  const isSearch = sought.trim() !== '';
  // what is found is history as well: the newest first
  const shownOrder = isSearch ? 'newest' : order;
  const rows = useMemo(
    () => sortRows(onceEach(query.data?.pages.flatMap((page) => page.items) ?? []), shownOrder),
    [query.data, shownOrder],
  );

  const open = (id: string) =>
    void navigate({ to: '/inbox/$filter/$conversationId', params: { filter, conversationId: id } });
  const move = (step: number) => {
    const from = rows.findIndex((row) => row.id === (cursorId ?? openId));
    const next = rows[Math.min(rows.length - 1, Math.max(0, from + step))];
    if (!next) return;
    setCursorId(next.id);
    askFocus((count) => count + 1);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => (cursorId && cursorId !== openId ? open(cursorId) : false),
    '/': () => search.current?.focus(),
  });

  return (
    <section className="list" aria-label={t('inbox.label')}>
      <Offers open={open} />
      <ListHead
        {...{ filter, words, setWords, order, setOrder }}
        searchRef={search}
        count={rows.length}
        hasMore={query.hasNextPage}
      />
      {query.isPending && <Bones shape="rows" />}
      {query.error && rows.length === 0 && <Refusal error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <EmptyList filter={filter} words={sought} />}
      {rows.length > 0 && (
        <Rows
          {...{ rows, filter, openId, cursorId: cursorId ?? openId, focusAsked }}
          key={`${filter}:${sought}`}
          nearEnd={() => query.hasNextPage && !query.isFetchingNextPage && void query.fetchNextPage()}
        />
      )}
    </section>
  );
}
