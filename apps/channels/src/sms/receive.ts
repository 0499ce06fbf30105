/** Requests come through the house's door; here only what came while nobody listened is asked for, by one replica. */
import { Logger } from '@nestjs/common';
import { pause } from '@trunkline/platform';
import type { Desk, Receiving } from '../channel.ts';
import { catchUp } from './catch-up.ts';
import type { SmsConfig } from './config.ts';

const log = new Logger('sms');
/** What a provider could not post is here a minute later at the latest. */
const everyMs = 60_000;
const afterTroubleMs = 10_000;

export async function receive(desk: Desk<SmsConfig>): Promise<Receiving> {
  const holding = desk.leases.hold('sms-catch-up', { onHeld: ({ signal }) => keepUp(desk, signal) });
  return { stop: () => holding.stop() };
}

/** Said once when Twilio goes, and once when it is back. */
async function keepUp(desk: Desk<SmsConfig>, signal: AbortSignal): Promise<void> {
  let isAway = false;
  while (!signal.aborted) {
    const problem = await catchUp(desk).then(
      () => undefined,
      (error: Error) => error.message,
    );
    if (problem !== undefined && !isAway) log.warn(`Twilio cannot be asked for what came meanwhile: ${problem}`);
    if (problem === undefined && isAway) log.log('Twilio answers again; what came meanwhile is taken in');
    isAway = problem !== undefined;
    await pause(isAway ? afterTroubleMs : everyMs, signal);
  }
}
