/** Above the rows: the named filters, one search field, and the order, marked where it is not the router's. */
import { ActionIcon, Menu, TextInput, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenCall } from '../calls/open-call.tsx';
import { Icon } from '../parts/icon.tsx';
import { type Filter, filters } from './filters.ts';
import { orders, type RowOrder } from './row-order.ts';

type Props = {
  filter: Filter;
  words: string;
  setWords: (words: string) => void;
  order: RowOrder;
  setOrder: (order: RowOrder) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  count: number;
  hasMore: boolean;
};

export function ListHead({ filter, words, setWords, order, setOrder, searchRef, count, hasMore }: Props) {
  const { t } = useTranslation();
  return (
    <header className="list-head">
      <div className="line">
        <h1>{words ? t('inbox.found') : t(`filter.${filter}`)}</h1>
        <span className="quiet small grow">{count > 0 && `${count}${hasMore ? '+' : ''}`}</span>
        <OpenCall />
        <OrderMenu order={order} setOrder={setOrder} />
      </div>
      <TextInput
        ref={searchRef}
        size="sm"
        type="search"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setWords('');
          event.currentTarget.blur();
        }}
        placeholder={t('inbox.search')}
        aria-label={t('inbox.search')}
        leftSection={<Icon name="search" />}
        rightSection={words ? undefined : <kbd>/</kbd>}
      />
      <nav className="filters scroll-x" aria-label={t('filter.label')}>
        {filters.map((name) => (
          <Link
            key={name}
            to="/inbox/$filter"
            params={{ filter: name }}
            className="filter"
            data-on={(name === filter && !words) || undefined}
            onClick={() => setWords('')}
          >
            {t(`filter.${name}`)}
          </Link>
        ))}
      </nav>
      {order !== 'router' && (
        <p className="otherwise">
          <Icon name="sort" size={14} />
          <span className="grow">{t('order.otherwise', { order: t(`order.${order}`) })}</span>
          <button type="button" className="link" onClick={() => setOrder('router')}>
            {t('order.back')}
          </button>
        </p>
      )}
    </header>
  );
}

function OrderMenu({ order, setOrder }: Pick<Props, 'order' | 'setOrder'>) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('order.title')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('order.title')}>
            <Icon name="sort" />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {orders.map((name) => (
          <Menu.Item
            key={name}
            onClick={() => setOrder(name)}
            rightSection={name === order && <Icon name="check" size={14} label={t('on')} />}
          >
            {t(`order.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
