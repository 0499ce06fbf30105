/** All customers: found by name, address or tag on the left, the chosen one's profile and timeline on the right. */
import { TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { CustomerPage } from '@trunkline/contracts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { Face } from '../parts/face.tsx';
import { Icon } from '../parts/icon.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { customersQuery } from './customer-queries.ts';
import { CustomerView } from './customer-view.tsx';
import './customers.css';

export function CustomersPage() {
  const { t } = useTranslation();
  const { customerId } = useParams({ strict: false }) as { customerId?: string };
  const isNarrow = useMediaQuery('(max-width: 719px)', undefined, { getInitialValueInEffect: false });
  return (
    <main className="customers" data-chosen={customerId ? '' : undefined}>
      {(!isNarrow || !customerId) && <CustomerList openId={customerId ?? null} />}
      {customerId ? (
        <CustomerView key={customerId} id={customerId} isNarrow={Boolean(isNarrow)} />
      ) : (
        !isNarrow && (
          <Empty icon="people" title={t('customers.none-open')}>
            {t('customers.none-open-more')}
          </Empty>
        )
      )}
    </main>
  );
}

function CustomerList({ openId }: { openId: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 200);
  const query = useInfiniteQuery(customersQuery(asked));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const field = useRef<HTMLInputElement>(null);
  const step = (by: 1 | -1) => {
    const next = rows[Math.max(0, rows.findIndex(({ id }) => id === openId) + by)];
    if (next) void navigate({ to: '/customers/$customerId', params: { customerId: next.id } });
  };
  useKeys({ j: () => step(1), k: () => step(-1), '/': () => field.current?.focus() });
  return (
    <section className="list" aria-label={t('rail.customers')}>
      <div className="list-head customers-head">
        <h1>{t('rail.customers')}</h1>
        <TextInput
          ref={field}
          size="sm"
          aria-label={t('customers.search')}
          placeholder={t('customers.search')}
          leftSection={<Icon name="search" />}
          rightSection={words ? undefined : <kbd>/</kbd>}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={({ key, currentTarget }) => {
            if (key === 'Escape') currentTarget.blur();
            if (key === 'Enter') step(1);
          }}
          data-testid="customer-search"
        />
      </div>
      <div className="customer-pane scroll">
        {query.isPending && <Bones shape="rows" />}
        {query.error && rows.length === 0 && <Refusal error={query.error} again={() => void query.refetch()} />}
        {query.isSuccess && rows.length === 0 && (
          <Empty icon="people" title={t(asked ? 'customers.not-found' : 'customers.none')}>
            {t(asked ? 'customers.not-found-more' : 'customers.none-more', { words: asked })}
          </Empty>
        )}
        <ul className="customer-rows">
          {rows.map((row) => (
            <CustomerRow key={row.id} row={row} isOpen={row.id === openId} />
          ))}
        </ul>
        {query.hasNextPage && (
          <button type="button" className="link more-customers" onClick={() => void query.fetchNextPage()}>
            {t('customers.more')}
          </button>
        )}
      </div>
    </section>
  );
}

function CustomerRow({ row, isOpen }: { row: CustomerPage['items'][number]; isOpen: boolean }) {
  const { t } = useTranslation();
  const name = row.name ?? row.addresses[0]?.address ?? t('customers.nameless');
  return (
    <li>
      <Link
        className="customer-row"
        to="/customers/$customerId"
        params={{ customerId: row.id }}
        aria-current={isOpen ? 'true' : undefined}
        data-testid="customer-row"
      >
        <Face name={name} size={32} />
        <span className="two-lines grow">
          <span className="line">
            <b className="cut">{name}</b>
            {row.isVip && <span className="vip">VIP</span>}
            <span className="grow" />
            {row.lastSeenAt && (
              <span className="small quiet">
                <Ago at={row.lastSeenAt} />
              </span>
            )}
          </span>
          <span className="small quiet cut">{row.addresses.map(({ address }) => address).join(' · ')}</span>
          {row.tags.length > 0 && (
            <span className="line tags">
              {row.tags.slice(0, 4).map((tag) => (
                <span key={tag} className="chip">
                  {tag}
                </span>
              ))}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
