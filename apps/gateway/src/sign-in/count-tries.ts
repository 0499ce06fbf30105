/** Slows down whoever guesses passwords: five tries a minute for an account and address, then longer each time. */

import { Injectable } from '@nestjs/common';
import { refuse } from '@trunkline/platform';

type Tries = { count: number; since: number; lockedUntil: number; locks: number };
const windowMs = 60_000;
const mostTries = 5;
const mostRemembered = 20_000;

@Injectable()
export class CountTries {
  private readonly tries = new Map<string, Tries>();

  /** Throws `too-many` with the seconds to wait. */
  check(key: string, now = Date.now()): void {
    const known = this.tries.get(key);
    if (known && known.lockedUntil > now) refuse('too-many', { seconds: Math.ceil((known.lockedUntil - now) / 1000) });
  }

  failed(key: string, now = Date.now()): void {
    const known = this.tries.get(key) ?? { count: 0, since: now, lockedUntil: 0, locks: 0 };
    if (now - known.since > windowMs) Object.assign(known, { count: 0, since: now });
    known.count += 1;
    if (known.count >= mostTries) {
      known.locks += 1;
      known.lockedUntil = now + windowMs * 2 ** Math.min(known.locks - 1, 6);
      known.count = 0;
    }
    this.tries.set(key, known);
    if (this.tries.size > mostRemembered) this.tries.delete(this.tries.keys().next().value as string);
  }

  passed(key: string): void {
    this.tries.delete(key);
  }
}
