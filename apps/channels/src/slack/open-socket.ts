/** Socket Mode: Bolt holds the line to Slack; an event is acknowledged on it after our commit, and never before. */
import type { App, Receiver } from '@slack/bolt';
import type { Desk, Receiving } from '../channel.ts';
import type { SlackConfig } from './config.ts';
import { Envelope } from './event.ts';
import { itemsOf } from './items-of.ts';
import { takeItem } from './take-item.ts';

/**
 * Bolt's own App acknowledges an event before its listeners ran (decision 0021), so the receiver is given one that
 * takes in first. What it rejects is not acknowledged: Slack hands it over again.
 */
export async function openSocket(desk: Desk<SlackConfig>): Promise<Receiving> {
  const { SocketModeReceiver, LogLevel } = await import('@slack/bolt'); // large, and only needed here
  const { appToken, api } = desk.config;
  const receiver: Receiver = new SocketModeReceiver({
    appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: `${api}/` } },
    processEventErrorHandler: async () => false,
  });
  const takesInFirst: Pick<App, 'processEvent'> = {
    async processEvent({ body, ack }) {
      const envelope = Envelope.safeParse(body).data;
      for (const item of envelope ? itemsOf(envelope, desk.config) : []) await takeItem(desk, item);
      await ack();
    },
  };
  receiver.init(takesInFirst as App);
  void receiver.start().catch(() => {}); // it calls again by itself; what came meanwhile the catch-up asks for
  return { stop: async () => void (await receiver.stop().catch(() => {})) };
}
