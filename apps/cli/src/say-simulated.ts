/** Says what was simulated: waits by the hour, with the change beside them where there is one. */
import type { WaitFigures } from '@trunkline/contracts';
import type { Simulated } from '@trunkline/rules';
import { say } from './say.ts';
import { sayDuration, sayShare } from './say-figures.ts';

type Said = { seed: number; days: number; without: Simulated; changed: Simulated | undefined };

/** As JSON lines: one an hour, then one of all. */
export async function saySimulated({ seed, days, without, changed }: Said, asJson: boolean): Promise<void> {
  const all = without.hours.map((before) => ({
    hour: before.hour,
    before,
    after: changed?.hours.find(({ hour }) => hour === before.hour) ?? null,
  }));
  if (asJson) {
    for (const one of all) await say(JSON.stringify(one));
    await say(JSON.stringify({ seed, days, before: without.waits, after: changed?.waits ?? null }));
    return;
  }
  await say(row(['hour', 'come a day', 'mean wait', '90 %', 'in limit', 'gave up']));
  for (const { hour, before, after } of all)
    await say(row([`${String(hour).padStart(2, '0')}:00`, ...cells(before, after, days)]));
  await say(row(['all', ...cells(without.waits, changed?.waits ?? null, days)]));
  await say(`${days === 1 ? 'one day' : `${days} days`}, seed ${seed}`);
}

function cells(before: WaitFigures, after: WaitFigures | null, days: number): string[] {
  const both = (say: (figures: WaitFigures) => string) => (after ? `${say(before)} → ${say(after)}` : say(before));
  const come = ({ taken, stillWaiting, leftBefore }: WaitFigures) => taken + stillWaiting + leftBefore;
  return [
    (come(before) / days).toFixed(1),
    both(({ mean }) => sayDuration(mean)),
    both(({ p90 }) => sayDuration(p90)),
    both(({ withinLimit }) => sayShare(withinLimit)),
    both(({ leftBefore }) => String(leftBefore)),
  ];
}

const row = ([first = '', ...rest]: string[]) => `${first.padEnd(7)}${rest.map((cell) => cell.padStart(20)).join('')}`;
