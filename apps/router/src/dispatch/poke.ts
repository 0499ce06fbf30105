/** Wakes the dispatcher of this process as soon as an input is committed, or says that it is another's to wake. */

/** `rest` ends when poked, when `ms` have passed, or when the signal fires; at once where a poke came since `clear`. */
export type Bell = {
  clear(): void;
  rest(ms: number, signal: AbortSignal): Promise<void>;
  takeDown(): void;
};

type Ring = () => void;
const bells = new Set<Ring>();
const elsewhere = new Set<Ring>();

export function pokeDispatch(): void {
  for (const ring of bells) ring();
  if (bells.size === 0) for (const send of elsewhere) send();
}

/** Called where an input was committed and nobody in this process dispatches. Returns what ends it. */
export function onPokeElsewhere(send: () => void): () => void {
  elsewhere.add(send);
  return () => elsewhere.delete(send);
}

export function hangBell(): Bell {
  let isRung = false;
  let wake: (() => void) | undefined;
  const ring = () => {
    isRung = true;
    wake?.();
  };
  bells.add(ring);
  return {
    clear: () => {
      isRung = false;
    },
    rest: async (ms, signal) => {
      if (!isRung && !signal.aborted) await sleep(ms, { signal, keep: (end) => (wake = end) });
      isRung = false;
      wake = undefined;
    },
    takeDown: () => bells.delete(ring),
  };
}

/** `keep` is given what ends it early. */
export function sleep(
  ms: number,
  { signal, keep }: { signal: AbortSignal; keep?: (end: () => void) => void },
): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    keep?.(end);
    if (signal.aborted) end();
  });
}
