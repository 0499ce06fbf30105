/** When clocks that rest with the customer stood still: after our answer until theirs, while a ticket waits for them, while it was solved. */
import { inOrder } from './due-at.ts';
import type { Followed, Turn } from './followed.ts';
import type { Pause } from './show-working.ts';

/** `since` null: it does not rest now. All in ms. */
export type Rests = { pauses: Pause[]; since: number | null };

/** Those after `startedAt`; whatever order the facts came in. */
export function restsOf({ words, tickets, ends }: Followed, startedAt: number): Rests {
  const spoken = words.map(([at, by], index) => ({ by: index, at, state: by }));
  const spans = [
    ...spansIn(spoken, (by) => by === 'agent'),
    ...spansIn(ends, (state) => state !== 'reopened'),
    ...tickets.flatMap(({ turns }) => spansIn(turns, (state) => state === 'with-customer')),
  ];
  const joined = inOrder(spans.map(([from, to]) => [Math.max(from, startedAt), to]));
  const last = joined.at(-1);
  if (last?.[1] !== Number.POSITIVE_INFINITY) return { pauses: joined, since: null };
  return { pauses: joined.slice(0, -1), since: last[0] };
}

function spansIn<State>(turns: readonly Turn<State>[], rests: (state: State) => boolean): Pause[] {
  const spans: [number, number][] = [];
  turns.forEach(({ at, state }, index) => {
    const before = turns[index - 1];
    const isResting = before !== undefined && rests(before.state);
    if (rests(state) && !isResting) spans.push([at, Number.POSITIVE_INFINITY]);
    const open = spans.at(-1);
    if (!rests(state) && isResting && open) open[1] = at;
  });
  return spans;
}
