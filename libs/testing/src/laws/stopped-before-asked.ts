/** A stop whose transaction committed only after sla had asked could not be known: its `at` is when that began. */

type Stop = { knownAt?: string | null | undefined; askedAt?: string | null | undefined };

/** Without either instant nothing speaks for it: the stop counts from its own `at`. */
export function stoppedBeforeAsked({ knownAt, askedAt }: Stop): boolean {
  if (askedAt === null || askedAt === undefined || knownAt === undefined) return true;
  return knownAt !== null && Date.parse(knownAt) < Date.parse(askedAt);
}
