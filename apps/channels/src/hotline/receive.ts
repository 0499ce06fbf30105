/** Requests come through the house's door; here only what Twilio could not post is asked for, by one replica. */
import { pause } from '@trunkline/platform';
import type { Desk, Receiving } from '../channel.ts';
import { catchUp } from './catch-up.ts';
import type { HotlineConfig } from './config.ts';

const everyMs = 60_000;
const afterTroubleMs = 10_000;

export async function receive(desk: Desk<HotlineConfig>): Promise<Receiving> {
  const holding = desk.leases.hold('hotline-catch-up', {
    onHeld: async ({ signal }) => {
      while (!signal.aborted) {
        const isDone = await catchUp(desk).then(
          () => true,
          () => false, // Twilio is away: what it has will be there later
        );
        await pause(isDone ? everyMs : afterTroubleMs, signal);
      }
    },
  });
  return { stop: () => holding.stop() };
}
