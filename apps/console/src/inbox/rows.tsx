/** The rows, drawn only where they are looked at: ten thousand scroll like ten. */

import { useVirtualizer } from '@tanstack/react-virtual';
import type { ConversationRow } from '@trunkline/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from './filters.ts';
import { Row } from './row.tsx';

type Props = {
  rows: ConversationRow[];
  filter: Filter;
  openId: string | null;
  cursorId: string | null;
  /** Raised when a key moved the cursor: the row takes the focus, so that Enter is the browser's own. */
  focusAsked: number;
  nearEnd: () => unknown;
};

export function Rows({ rows, filter, openId, cursorId, focusAsked, nearEnd }: Props) {
  const { t } = useTranslation();
  const pane = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => pane.current,
    estimateSize: () => 84,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 10) nearEnd();
  }, [last, rows.length, nearEnd]);
  const at = rows.findIndex((row) => row.id === cursorId);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  useEffect(() => {
    if (focusAsked === 0) return;
    const frame = requestAnimationFrame(() => {
      pane.current?.querySelector<HTMLElement>('[data-at]')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [focusAsked]);
  return (
    <div ref={pane} className="rows scroll">
      <ul aria-label={t('inbox.rows')} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={key}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Row row={row} filter={filter} isOpen={row.id === openId} isAt={row.id === cursorId} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
