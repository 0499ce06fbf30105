/** Slows down whoever guesses passwords: five tries a minute for an account and address, then longer each time. */

import { Injectable } from '@nestjs/common';
import { refuse } from '@trunkline/platform';

type Tries = { count: number; since: number; lockedUntil: number; locks: number };
const windowMs = 60_000;
const mostTries = 5;
const mostRemembered = 20_000;
/** An hour and four minutes at most. */
const mostDoublings = 6;

@Injectable()
export class CountTries {
  private readonly tries = new Map<string, Tries>();

  /** Counts before the password is looked at, so that many at once get no more than five. Throws `too-many`. */
  begin(key: string, now = Date.now()): void {
    const known = this.tries.get(key) ?? { count: 0, since: now, lockedUntil: 0, locks: 0 };
    if (known.lockedUntil > now) tooMany(known.lockedUntil - now);
    if (now - known.since > windowMs) Object.assign(known, { count: 0, since: now });
    known.count += 1;
    this.remember(key, known);
    if (known.count <= mostTries) return;
    const waitMs = windowMs * 2 ** Math.min(known.locks, mostDoublings);
    Object.assign(known, { count: 0, locks: known.locks + 1, lockedUntil: now + waitMs });
    tooMany(waitMs);
  }

  passed(key: string): void {
    this.tries.delete(key);
  }

  private remember(key: string, tries: Tries): void {
    this.tries.set(key, tries);
    if (this.tries.size > mostRemembered) this.tries.delete(this.tries.keys().next().value as string);
  }
}

const tooMany = (waitMs: number): never => refuse('too-many', { seconds: Math.ceil(waitMs / 1000) });
