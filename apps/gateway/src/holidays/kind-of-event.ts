/** Tells from an event's marks whether the desk is closed on its days, or works on a day that is usually free. Pure. */
import type { Holiday } from '@trunkline/contracts';

export type EventMarks = {
  summary: string;
  description: string;
  /** `X-APPLE-SPECIAL-DAY`, where the file has it. */
  special: string;
  /** 0 is Sunday. */
  weekday: number;
};

const work = /补班|補班|上班|[(（【[]班[)）】\]]|(^|\s|·)班$|班$|make-?up work/i;
const rest = /放假|休假|休息|[(（【[]休[)）】\]]|休$/;
const swap = /调休|調休/;

/** 调休 by itself says either: on a Saturday or Sunday it is the day that is worked for another. */
export function kindOfEvent({ summary, description, special, weekday }: EventMarks): Holiday['kind'] {
  if (/ALTERNATE-WORKDAY/i.test(special)) return 'work';
  if (/WORK-HOLIDAY/i.test(special)) return 'closed';
  const name = summary.trim();
  const isSwap = swap.test(name);
  const bare = name.replace(swap, '').trim();
  if (work.test(bare)) return 'work';
  if (rest.test(bare)) return 'closed';
  if (isSwap) return weekday === 0 || weekday === 6 ? 'work' : 'closed';
  return /observance|纪念日/i.test(description) ? 'observance' : 'closed';
}
