/** Messages of a room or of one thread, newest pages first, as Slack lists them. */
import { z } from 'zod';
import { readSlack } from './ask-slack.ts';
import type { SlackConfig } from './config.ts';
import { SlackMessage } from './event.ts';

const Page = z.looseObject({
  messages: z.array(z.unknown()).default([]),
  response_metadata: z.looseObject({ next_cursor: z.string().nullish() }).nullish(),
});

const mostPages = 50;
type Of = { channel: string; thread?: string | undefined; sinceSeconds: number };

/** Rejects where Slack cannot be asked. */
export async function readHistory(config: SlackConfig, { channel, thread, sinceSeconds }: Of): Promise<SlackMessage[]> {
  const all: SlackMessage[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const fields = {
      channel,
      ts: thread,
      cursor,
      oldest: sinceSeconds.toFixed(6),
      limit: 200,
      include_all_metadata: true,
    };
    const method = thread ? 'conversations.replies' : 'conversations.history';
    const answer = await readSlack(config, { method, fields }, Page);
    const read = answer.messages.flatMap((one) => SlackMessage.safeParse(one).data ?? []);
    all.push(...read);
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (!cursor || read.some(({ ts }) => !thread && Number(ts) < sinceSeconds)) return all;
  }
  return all;
}
