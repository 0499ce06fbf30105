/** Reads the books until they balance, or until what is under way has had its time. */
import type { Books } from '@trunkline/contracts';
import type { Ask } from '../ask-gateway.ts';
import { waitFor } from './wait-for.ts';

/** Nothing is given grace: who waits for it asks again. */
export async function awaitBooks(
  ask: Ask,
  { minutes, withinMs }: { minutes: number; withinMs: number },
): Promise<Books> {
  const read = () => ask<Books>({ path: `/v1/books?minutes=${minutes}&grace=0` });
  const balanced = await waitFor(async () => {
    const books = await read();
    return books.balanced ? books : undefined;
  }, withinMs);
  return balanced?.fact ?? read();
}
