/** Tells who wrote and who is mentioned, by Slack's own record; a bot is no customer. */
import type { Desk, ReceivedMessage } from '../channel.ts';
import { readJson } from '../read-json.ts';
import type { SlackConfig } from './config.ts';
import { OneMessage } from './event.ts';
import { wordsOf } from './parse.ts';
import { mentionsIn } from './text-of-mrkdwn.ts';
import { whoIs } from './who-is.ts';

const mostMentions = 10;

export async function complete(
  received: ReceivedMessage,
  { config }: Desk<SlackConfig>,
): Promise<ReceivedMessage | null> {
  const one = OneMessage.parse(readJson(received.raw));
  const mentioned = mentionsIn(one.message.text ?? '').slice(0, mostMentions);
  const [author, ...others] = await Promise.all([received.from.address, ...mentioned].map((id) => whoIs(config, id)));
  if (author?.isBot) return null;
  const names = new Map(mentioned.flatMap((id, at) => (others[at] ? [[id, others[at].name] as const] : [])));
  const evidence = author?.email ? [{ kind: 'email' as const, value: author.email, by: 'provider' as const }] : [];
  return {
    ...received,
    text: wordsOf(one, names),
    from: { ...received.from, name: author?.name ?? null, ...(evidence.length > 0 ? { evidence } : {}) },
  };
}
