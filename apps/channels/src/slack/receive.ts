/** Slack posts through the house's door, or talks by Socket Mode; one replica asks for what came while nobody listened. */
import { Logger } from '@nestjs/common';
import { pause } from '@trunkline/platform';
import type { Desk, Receiving } from '../channel.ts';
import { SlackSaidNo } from './ask-slack.ts';
import { catchUpSince } from './catch-up.ts';
import type { SlackConfig } from './config.ts';
import { openSocket } from './open-socket.ts';

const log = new Logger('slack');
/** An outage longer than this is a matter for people. */
const longestOutageSeconds = 72 * 3_600;
/** Words are listed a moment after they were said, and clocks differ. */
const overlapSeconds = 300;
const everyMs = 60_000;
const afterTroubleMs = 10_000;

export async function receive(desk: Desk<SlackConfig>): Promise<Receiving> {
  const socket = desk.config.appToken ? await openSocket(desk) : undefined;
  const holding = desk.leases.hold('slack-catch-up', { onHeld: ({ signal }) => keepUp(desk, signal) });
  return {
    stop: async () => {
      await socket?.stop();
      await holding.stop();
    },
  };
}

async function keepUp(desk: Desk<SlackConfig>, signal: AbortSignal): Promise<void> {
  let since = Date.now() / 1000 - longestOutageSeconds;
  let isAway = false;
  while (!signal.aborted) {
    const startedAt = Date.now() / 1000;
    const problem = await catchUpSince(desk, since).then(
      () => undefined,
      (error: Error) => error,
    );
    if (problem && !isAway) log.warn(`what came meanwhile cannot be asked for: ${problem.message}`);
    if (!problem && isAway) log.log('Slack answers again; what came meanwhile is taken in');
    isAway = problem !== undefined;
    if (!problem) since = startedAt - overlapSeconds;
    const wish = problem instanceof SlackSaidNo ? problem.afterSeconds * 1000 : 0;
    await pause(Math.max(problem ? afterTroubleMs : everyMs, wish), signal);
  }
}
