/** How long somebody who waits will go on waiting: an honest range, or why there is none. */
import type { Because } from '@trunkline/contracts';

export type Waiting = {
  /** How many of its own queue are before it. */
  before: number;
  /** Others before it who ask some of the same people: of the `agents` who may take them, so many may take it too. */
  others: readonly { count: number; agents: number; shared: number }[];
  /** What those who may take it have in hand now, in conversations. */
  inHand: number;
  /** How long what they finished lately had been in hand, in seconds: the last 20 to 100. */
  finished: readonly number[];
};

/** `place` 1 is next. The wait ends within the range in three of five cases, sooner in one, later in one. */
export type WaitForecast =
  | { kind: 'range'; place: number; low: number; high: number }
  | { kind: 'none'; place: number; because: Because };

/** Fewer say nothing. */
const fewest = 5;
/** The standard normal's 80th percentile: a fifth is sooner, a fifth later. */
const fifth = 0.8416;

/**
 * Room comes free as often as what is in hand is finished, `inHand` ÷ mean time in hand; the one who waits is given the
 * room after those before it. So many events of such a stream take a gamma distributed time; that its pace is itself
 * learnt from `finished` makes it the F distribution, wider the fewer there are.
 */
export function forecastWait({ before, others, inHand, finished }: Waiting): WaitForecast {
  const place = before + 1;
  if (inHand === 0) return { kind: 'none', place, because: { code: 'nobody-serves', values: {} } };
  const known = finished.length;
  if (known < fewest) return { kind: 'none', place, because: { code: 'too-few-finished', values: { count: known } } };
  const turns = place + others.reduce((sum, { count, agents, shared }) => sum + (count * shared) / agents, 0);
  const mean = finished.reduce((sum, one) => sum + one, 0) / known;
  const expected = (turns * mean) / inHand;
  const at = (z: number) => Math.round(expected * spread(turns, known, z));
  return { kind: 'range', place, low: at(-fifth), high: Math.max(at(-fifth) + 1, at(fifth)) };
}

/** A quantile of F(2·turns, 2·known), by Paulson's cube-root normal. */
function spread(turns: number, known: number, z: number): number {
  const [a, b] = [1 / (9 * turns), 1 / (9 * known)];
  const [square, middle, rest] = [(1 - b) ** 2 - z * z * b, (1 - a) * (1 - b), (1 - a) ** 2 - z * z * a];
  const root = (middle + Math.sign(z) * Math.sqrt(Math.max(0, middle * middle - square * rest))) / square;
  return Math.max(0, root) ** 3;
}
