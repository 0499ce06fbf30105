/** Plays drawn days on the engine, and says how long people waited, hour by hour. */
import type { PolicyV1, WaitFigures } from '@trunkline/contracts';
import { PlayScript } from '../replay/play-script.ts';
import type { Script } from '../replay/script.ts';
import { sumUpWaits } from '../replay/sum-up-waits.ts';
import type { WaitBook } from '../replay/wait-book.ts';

export type Simulated = { book: WaitBook; waits: WaitFigures; hours: (WaitFigures & { hour: number })[] };

/** `startsAt`: local midnight, in ms; hours without a customer are left out. */
export function simulateDay(script: Script, policy: PolicyV1, startsAt: number): Simulated {
  const play = new PlayScript(script, policy);
  play.playUntil(script.until);
  const { waits } = play.book;
  const hourOf = (ms: number) => Math.floor(((ms - startsAt) % 86_400_000) / 3_600_000);
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    hour,
    ...sumUpWaits(
      waits.filter((wait) => hourOf(wait.since) === hour),
      policy,
    ),
  }));
  return {
    book: play.book,
    waits: sumUpWaits(waits, policy),
    hours: hours.filter(({ taken, stillWaiting, leftBefore }) => taken + stillWaiting + leftBefore > 0),
  };
}
