/** Ids of decisions and assignments, worked out from the step, so that a replay gives the same. UUIDv7 in shape. */
import { msOf } from './instants.ts';

const tags = { decision: '-8', assignment: '-9' } as const;
/** Up to 4,096 in three letters. */
const three = Array.from({ length: 4096 }, (_, value) => value.toString(16).padStart(3, '0'));
const twelve = (value: number) => value.toString(16).padStart(12, '0');

/** Of the latest ones: ids of a step share most of their letters, and steps near each other many. */
const latest = { at: '', begins: '', step: Number.NaN, ends: '', nearby: Number.NaN, nearbyText: '' };

/** `ordinal`: the how manieth id of this step. */
export function deriveId<Id extends string>(
  what: keyof typeof tags,
  { at, step }: { at: string; step: number },
  ordinal: number,
): Id {
  if (latest.at !== at) {
    const ms = twelve(msOf(at));
    Object.assign(latest, { at, begins: `${ms.slice(0, 8)}-${ms.slice(8)}-7` });
  }
  if (latest.step !== step) turnTo(step);
  const middle = tags[what] + three[(ordinal >>> 12) & 0xfff]!;
  return (latest.begins + three[ordinal & 0xfff]! + middle + latest.ends) as Id;
}

function turnTo(step: number): void {
  const nearby = Math.floor(step / 4096);
  if (latest.nearby !== nearby) {
    latest.nearby = nearby;
    latest.nearbyText = `-${twelve(step).slice(0, -3)}`;
  }
  latest.step = step;
  latest.ends = latest.nearbyText + three[step % 4096]!;
}
