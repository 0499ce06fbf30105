/** Wakes the dispatcher of this process as soon as an input is committed; one elsewhere polls. */
const sleepers = new Set<() => void>();

export function pokeDispatch(): void {
  for (const wake of sleepers) wake();
}

/** Resolves when poked, when `ms` have passed, or when the signal fires. */
export function restUntilPoked(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      sleepers.delete(wake);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    sleepers.add(wake);
    signal.addEventListener('abort', wake);
    if (signal.aborted) wake();
  });
}
