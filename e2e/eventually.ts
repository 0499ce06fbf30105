/** Waits for a fact: asks again until it is there, and says what was missing when it never came. */

/** What will never come: no use in asking again. */
export class Never extends Error {}

export type Patience = { what: string; withinMs?: number; everyMs?: number };

/** `look` gives the fact, or undefined while it is not there; an error counts as not there and is told at the end. */
export async function eventually<T>(look: () => Promise<T | undefined | null | false>, patience: Patience): Promise<T> {
  const { what, withinMs = 20_000, everyMs = 50 } = patience;
  const until = Date.now() + withinMs;
  let trouble: unknown;
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
      trouble = undefined;
    } catch (error) {
      if (error instanceof Never) throw error;
      trouble = error;
    }
    if (Date.now() > until)
      throw new Error(`${what} did not happen within ${withinMs} ms${trouble ? `: ${trouble}` : ''}`);
    await new Promise((next) => setTimeout(next, everyMs));
  }
}
