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
  channels: z.array(z.looseObject({ id: z.string(), is_member: z.boolean().nullish() })),
  response_metadata: z.looseObject({ next_cursor: z.string().nullish() }).nullish(),
});

/** Room by room, oldest first. Rejects where Slack cannot be asked. */
export async function catchUpSince(desk: Desk<SlackConfig>, sinceSeconds: number): Promise<void> {
  const { config } = desk;
  const me = await readSlack(config, { method: 'auth.test', fields: {} }, Me);
  for (const channel of await roomsOf(config)) {
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

/** The support channels and all direct messages. */
async function roomsOf(config: SlackConfig): Promise<Set<string>> {
  const isAll = config.channels.includes('*');
  const direct = await listRooms(config, isAll ? 'im,public_channel,private_channel' : 'im');
  return new Set([...config.channels.filter((id) => id !== '*'), ...direct]);
}

async function listRooms(config: SlackConfig, types: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const fields = { types, limit: 200, cursor, exclude_archived: true };
    const page = await readSlack(config, { method: 'conversations.list', fields }, Rooms);
    ids.push(...page.channels.flatMap(({ id, is_member }) => (is_member === false ? [] : [id])));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return ids;
}
