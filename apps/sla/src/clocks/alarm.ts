/** Sleeps until an instant, a poke or a signal. */

/** Whoever sets a timer pokes; the poke of one that nobody waits for is kept for the next sleep. */
const alarm = { poked: false, wake: () => {} };

export function poke(): void {
  alarm.poked = true;
  alarm.wake();
}

export async function sleepUntilPoked(ms: number, signal: AbortSignal): Promise<void> {
  if (!alarm.poked && !signal.aborted) {
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
      alarm.wake = done;
    });
  }
  alarm.poked = false;
}
