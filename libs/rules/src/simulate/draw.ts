/** Draws from a generator that is passed in: rules have no luck of their own. */

/** Gives numbers from 0 (included) to 1 (excluded); the same ones for the same seed. */
export type Random = () => number;

/** How long until something that happens once in `mean` on average. */
export const drawExponential = (random: Random, mean: number): number => -Math.log(1 - random()) * mean;

/** Around `mean`, never negative, skewed as times of work are; `spread` is the standard deviation as a share of the mean. */
export function drawAround(random: Random, mean: number, spread: number): number {
  if (spread === 0) return mean;
  const variance = Math.log(1 + spread * spread);
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return mean * Math.exp(Math.sqrt(variance) * normal - variance / 2);
}

/** The places of `count` out of so many, each as likely. */
export function drawSome(random: Random, count: number, of: number): number[] {
  const places = Array.from({ length: of }, (_, place) => place);
  for (let at = 0; at < Math.min(count, of); at += 1) {
    const other = at + Math.floor(random() * (of - at));
    [places[at], places[other]] = [places[other]!, places[at]!];
  }
  return places.slice(0, count).sort((a, b) => a - b);
}
