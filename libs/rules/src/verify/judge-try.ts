/** Says what a try at a one-time code leads to. A code counts once, and not for long. */

export type TryAsked = {
  /** Null: no code is out. */
  code: { state: 'sent' | 'verified' | 'locked' | 'replaced'; tries: number; expiresAt: string } | null;
  matches: boolean;
  now: string;
  mostTries: number;
};
export type Tried =
  | { kind: 'verified' }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'locked' }
  | { kind: 'refused'; because: 'no-code-sent' | 'code-expired' | 'code-locked' };

export function judgeTry({ code, matches, now, mostTries }: TryAsked): Tried {
  if (code?.state === 'locked') return { kind: 'refused', because: 'code-locked' };
  if (code?.state !== 'sent') return { kind: 'refused', because: 'no-code-sent' };
  if (Date.parse(code.expiresAt) <= Date.parse(now)) return { kind: 'refused', because: 'code-expired' };
  if (matches) return { kind: 'verified' };
  const triesLeft = mostTries - code.tries - 1;
  return triesLeft > 0 ? { kind: 'wrong', triesLeft } : { kind: 'locked' };
}
