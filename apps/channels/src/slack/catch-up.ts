/** Asks Slack for what was said while nobody listened; what is known changes nothing. */
import { z } from 'zod';
import type { Desk } from '../channel.ts';
import { readSlack } from './ask-slack.ts';
import type { SlackConfig } from './config.ts';
import type { SlackMessage } from './event.ts';
import { itemOf } from './items-of.ts';
import { readHistory } from './read-history.ts';
import { takeItem } from './take-item.ts';

/** Slack lists a thread under its first message: whatever is older than this is no longer looked at for answers. */
const threadsBackSeconds = 7 * 24 * 3_600;

const Me = z.looseObject({ team_id: z.string(), user_id: z.string() });
const Rooms = z.looseObject({
  channels: z.array(z.looseObject({ id: z.string() })),
  response_metadata: z.looseObject({ next_cursor: z.string().nullish() }).nullish(),
});

/** Room by room, oldest first. Rejects where Slack cannot be asked. */
export async function catchUpSince(desk: Desk<SlackConfig>, sinceSeconds: number): Promise<void> {
  const { config } = desk;
  const me = await readSlack(config, { method: 'auth.test', fields: {} }, Me);
  for (const channel of [...config.channels, ...(await directMessages(config))]) {
    const said = await saidIn(config, channel, sinceSeconds);
    const others = said.filter(({ user, ts }) => user !== me.user_id && Number(ts) >= sinceSeconds);
    for (const message of others.toSorted((a, b) => Number(a.ts) - Number(b.ts)))
      for (const item of itemOf(message, { account: me.team_id, channel, isEdit: false })) await takeItem(desk, item);
  }
}

async function saidIn(config: SlackConfig, channel: string, sinceSeconds: number): Promise<SlackMessage[]> {
  const tops = await readHistory(config, { channel, sinceSeconds: sinceSeconds - threadsBackSeconds });
  const all = new Map(tops.map((one) => [one.ts, one]));
  const moved = tops.filter(
    ({ reply_count: count, latest_reply: latest }) => (count ?? 0) > 0 && !(Number(latest) < sinceSeconds),
  );
  for (const { ts: thread } of moved)
    for (const one of await readHistory(config, { channel, thread, sinceSeconds })) all.set(one.ts, one);
  return [...all.values()];
}

async function directMessages(config: SlackConfig): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const fields = { types: 'im', limit: 200, cursor };
    const page = await readSlack(config, { method: 'conversations.list', fields }, Rooms);
    ids.push(...page.channels.map(({ id }) => id));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return ids;
}
