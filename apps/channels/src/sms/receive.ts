/** Requests come through the house's door; here only what came while nobody listened is asked for, by one replica. */
import type { Desk, Receiving } from '../channel.ts';
import { catchUp } from './catch-up.ts';
import type { SmsConfig } from './config.ts';

const everyMs = 300_000;
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

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
