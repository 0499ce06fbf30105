/** Tells the relays of this process that rows wait, so that they need not be found by polling. */

const listening = new Set<(shards: readonly number[]) => void>();

/** Only after the commit: before it, there is nothing to be found. */
export function pokeRelays(shards: readonly number[]): void {
  for (const hear of listening) hear(shards);
}

/** Returns what ends the listening. */
export function onPoke(hear: (shards: readonly number[]) => void): () => void {
  listening.add(hear);
  return () => listening.delete(hear);
}
