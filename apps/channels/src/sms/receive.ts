/** Requests come through the house's door; here only what came while nobody listened is asked for, by one replica. */
import { pause } from '@trunkline/platform';
import type { Desk, Receiving } from '../channel.ts';
import { catchUp } from './catch-up.ts';
import type { SmsConfig } from './config.ts';

/** What a provider could not post is here a minute later at the latest. */
const everyMs = 60_000;
const afterTroubleMs = 10_000;

export async function receive(desk: Desk<SmsConfig>): Promise<Receiving> {
  const holding = desk.leases.hold('sms-catch-up', {
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
