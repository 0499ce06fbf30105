/** The one line to the gateway, and what its answers say about the time and about being signed in. */
import { askAt } from './ask.ts';

let aheadMs = 0;
const leavers = new Set<() => void>();

/** The gateway's time: a laptop whose clock is minutes off still counts down rightly. */
export function now(): number {
  return Date.now() + aheadMs;
}

/** Tells when the session has ended; returns how to stop being told. */
export function onSignedOut(leave: () => void): () => void {
  leavers.add(leave);
  return () => leavers.delete(leave);
}

export const ask = askAt('', (status, at) => {
  if (status === 401) for (const leave of leavers) leave();
  const differenceMs = at ? Date.parse(at) + 500 - Date.now() : 0;
  aheadMs = Math.abs(differenceMs) > 3000 ? differenceMs : 0;
});
