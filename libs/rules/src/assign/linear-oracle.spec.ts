/** The engine against the slow truth: random desks, random days, zero differences. */
import { holdAgainstOracle } from './hold-against-oracle.ts';

const seed = Number(process.env.SEED ?? 20261122);
const worlds = 10;
const decisionsEach = 250;

test(`the engine decides what the linear scan decides, to the byte, on ${worlds} random desks (seed ${seed})`, () => {
  for (let world = 0; world < worlds; world += 1) {
    const { decisions, differences } = holdAgainstOracle(seed + world, decisionsEach);
    expect(differences).toEqual([]);
    expect(decisions).toBeGreaterThanOrEqual(decisionsEach);
  }
});
