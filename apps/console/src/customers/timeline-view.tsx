/** Everything that was ever said with a customer, newest first, over all channels; drawn only where it is looked at. */
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { TimelineItem } from '@trunkline/contracts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useChannelName } from '../parts/use-channel-name.ts';
import { useWords } from '../parts/use-words.ts';
import { timelineQuery } from './customer-queries.ts';
import { beginsRun, type Chosen, choicesOf, everything, isShown } from './timeline-filter.ts';

export function TimelineView({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(timelineQuery(customerId));
  const [chosen, choose] = useState<Chosen>(everything);
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const hidden = query.data?.pages[0]?.hidden ?? 0;
  const items = all.filter((item) => isShown(chosen, item));
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  return (
    <section className="timeline-pane" aria-label={t('timeline.title')}>
      <div className="line timeline-head">
        <h3 className="grow">{t('timeline.title')}</h3>
        <Filters items={all} chosen={chosen} choose={choose} />
      </div>
      {hidden > 0 && (
        <p className="line small quiet timeline-hidden">
          <Icon name="lock" size={13} />
          {t('timeline.hidden', { count: hidden })}
        </p>
      )}
      {query.isPending && <Bones shape="rows" />}
      {query.error && all.length === 0 && <Refusal error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && !query.hasNextPage && (
        <Empty icon="clock" title={t(all.length > 0 ? 'timeline.none-of' : 'timeline.none')}>
          {t(all.length > 0 ? 'timeline.none-of-more' : 'timeline.none-more')}
        </Empty>
      )}
      {query.isSuccess && (items.length > 0 || query.hasNextPage) && <Lines items={items} more={more} />}
    </section>
  );
}

type FilterProps = { items: TimelineItem[]; chosen: Chosen; choose: (chosen: Chosen) => void };

function Filters({ items, chosen, choose }: FilterProps) {
  const { t } = useTranslation();
  const channelName = useChannelName();
  const { channels, whats } = choicesOf(items);
  return (
    <>
      {channels.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={t('timeline.channel')}
          value={chosen.channel}
          data={[
            { value: '', label: t('timeline.all-channels') },
            ...channels.map((value) => ({ value, label: channelName(value) })),
          ]}
          onChange={({ currentTarget }) => choose({ ...chosen, channel: currentTarget.value })}
        />
      )}
      {whats.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('timeline.what')}
          value={chosen.what}
          data={[
            { value: '', label: t('timeline.all') },
            ...whats.map((value) => ({ value, label: t(`timeline.whats.${value}`) })),
          ]}
          onChange={(what) => choose({ ...chosen, what: what as Chosen['what'] })}
        />
      )}
    </>
  );
}

function Lines({ items, more }: { items: TimelineItem[]; more: () => void }) {
  const { t } = useTranslation();
  const pane = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => pane.current,
    estimateSize: (index) => (beginsRun(items, index) ? 84 : 44),
    overscan: 10,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - 10) more();
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <div ref={pane} className="timeline-lines scroll" tabIndex={0} data-testid="timeline">
      <ol aria-label={t('timeline.title')} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const item = items[index];
          if (!item) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              {beginsRun(items, index) && <RunHead item={item} />}
              <Line item={item} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function RunHead({ item }: { item: TimelineItem }) {
  const { t } = useTranslation();
  const channelName = useChannelName();
  return (
    <Link
      className="line run-head"
      to="/inbox/$filter/$conversationId"
      params={{ filter: 'mine', conversationId: item.conversationId }}
    >
      <Icon name={item.standard} size={14} label={t(`standard.${item.standard}`)} />
      <b>{channelName(item.channel)}</b>
      <span className="quiet">· {t(`state.${item.state}`)}</span>
      <span className="grow" />
      <span className="small link">{t('timeline.open')}</span>
    </Link>
  );
}

const icons: Record<TimelineItem['what'], IconName> = { message: 'chat', event: 'dot', call: 'call', ticket: 'ticket' };

function Line({ item }: { item: TimelineItem }) {
  const { t } = useTranslation();
  const words = useWords();
  const who = item.name ?? (item.from ? t(`from.${item.from}`) : '');
  const isMessage = item.what === 'message';
  const said = item.text || (item.because ? words.because(item.because) : t('no-words'));
  const what = item.what === 'event' ? t(`fact.${item.text}`, { who, defaultValue: said }) : said;
  return (
    <div className="line timeline-line" data-what={item.what} data-from={item.from ?? undefined}>
      <Icon
        name={isMessage && item.from !== 'customer' ? 'reply' : icons[item.what]}
        size={14}
        label={t(`timeline.whats.${item.what}`)}
      />
      <span className="grow timeline-words">
        {isMessage && who && <b>{who}: </b>}
        {what}
        {item.attachments.length > 0 && (
          <span className="chip">
            <Icon name="clip" size={12} />
            {item.attachments.length}
          </span>
        )}
      </span>
      <span className="small quiet">
        <Ago at={item.at} />
      </span>
    </div>
  );
}
