/** Ids of decisions and assignments, worked out from the step, so that a replay gives the same. UUIDv7 in shape. */
import { msOf } from './instants.ts';

const tags = { decision: '8', assignment: '9' } as const;
const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');

/** Of the latest step: its ids share most of their letters. */
const latest = { at: '', step: Number.NaN, begins: '', ends: '' };

/** `ordinal`: the how manieth id of this step. */
export function deriveId<Id extends string>(
  what: keyof typeof tags,
  { at, step }: { at: string; step: number },
  ordinal: number,
): Id {
  if (latest.at !== at) {
    const ms = hex(msOf(at), 12);
    Object.assign(latest, { at, begins: `${ms.slice(0, 8)}-${ms.slice(8)}-7` });
  }
  if (latest.step !== step) Object.assign(latest, { step, ends: `-${hex(step, 12)}` });
  const low = hex(ordinal & 0xfff, 3);
  const high = ordinal < 0x1000 ? '000' : hex(ordinal >>> 12, 3).slice(-3);
  return `${latest.begins}${low}-${tags[what]}${high}${latest.ends}` as Id;
}
