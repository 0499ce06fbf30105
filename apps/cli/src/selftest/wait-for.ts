/** Asks again until a fact is there or the patience is over; measures how long it took. */
import { setTimeout as pause } from 'node:timers/promises';

const betweenMs = 200;

export type Waited<Fact> = { fact: Fact; seconds: number } | null;

/** An answer that fails counts as not there: a service may just be starting again. */
export async function waitFor<Fact>(look: () => Promise<Fact | undefined>, withinMs: number): Promise<Waited<Fact>> {
  const began = performance.now();
  for (;;) {
    const fact = await look().catch(() => undefined);
    const seconds = Math.round((performance.now() - began) / 10) / 100;
    if (fact !== undefined) return { fact, seconds };
    if (seconds * 1000 > withinMs) return null;
    await pause(betweenMs);
  }
}
