/** Lets so many join in a stretch of time, and tells the rest when it will be their turn: a storm ends in two tries each. */
import { keepPace } from './keep-pace.ts';

export type Join = { kind: 'fine' } | { kind: 'too-many'; seconds: number };

const longestSeconds = 60;

/** Who is turned away stands in a line that moves on at the same pace; when to come back is where they stand in it. */
export function shedJoins({ most, withinMs }: { most: number; withinMs: number }): (now: number) => Join {
  const mayJoin = keepPace({ most, withinMs });
  let behind = 0;
  let at = 0;
  return (now) => {
    behind = Math.max(0, behind - ((now - at) * most) / withinMs);
    at = now;
    if (mayJoin('all', now).kind === 'fine') return { kind: 'fine' };
    behind += 1;
    return { kind: 'too-many', seconds: Math.min(longestSeconds, Math.ceil((behind * withinMs) / most / 1_000)) };
  };
}
