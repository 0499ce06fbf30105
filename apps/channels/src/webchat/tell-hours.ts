/** Tells a visitor who the desk is, and whether anybody is there now: open while any queue is, else until the first. */
import type { ChatWelcome, PolicyV1 } from '@trunkline/contracts';
import { isOpenAt, nextOpen } from '@trunkline/rules';
import type { Visitor } from './admit-visitor.ts';

type Asks = Pick<Visitor, 'site' | 'language'>;

export function tellHours({ site, language }: Asks, policy: PolicyV1, now: number): ChatWelcome['desk'] {
  const name = site.name ?? policy.desk.name[language];
  const codes = new Set(policy.queues.filter(({ archived }) => !archived).map(({ calendar }) => calendar));
  const calendars = [...codes].flatMap((code) => policy.calendars[code] ?? []);
  const isOpen = calendars.some((calendar) => {
    const open = isOpenAt(calendar, now);
    return open.ok && open.value;
  });
  if (isOpen || calendars.length === 0) return { name, isOpen: true, opensAt: null };
  const openings = calendars.flatMap((calendar) => {
    const next = nextOpen(calendar, now);
    return next.ok ? next.value : [];
  });
  return { name, isOpen: false, opensAt: openings.length ? new Date(Math.min(...openings)).toISOString() : null };
}
