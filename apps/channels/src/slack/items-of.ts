/** An event of Slack → what customers said in it. Pure; what bots, the desk and Slack itself say is no customer's. */
import { hashOf } from '../compare-secrets.ts';
import type { SlackConfig } from './config.ts';
import { type Envelope, MessageEvent, ourMark, type SlackMessage } from './event.ts';

export type Item = { account: string; key: string; raw: Buffer };

const saidByPeople = new Set(['', 'file_share', 'thread_broadcast', 'me_message']);
/** Slack's own voice. */
const slackItself = new Set(['USLACK', 'USLACKBOT']);

export function itemsOf(envelope: Envelope, config: SlackConfig): Item[] {
  const { event, team_id: account = '' } = envelope;
  if (envelope.type !== 'event_callback' || event?.type !== 'message') return [];
  const read = MessageEvent.safeParse(event).data;
  if (!read) return [unreadable(envelope, account)];
  if (!isOurRoom(read.channel, config)) return [];
  const bots = (envelope.authorizations ?? []).flatMap(({ is_bot, user_id }) => (is_bot && user_id ? [user_id] : []));
  const said = saidIn(read);
  if (!said || bots.includes(said.message.user ?? '')) return [];
  return itemOf(said.message, { account, channel: read.channel, isEdit: said.isEdit });
}

export type Place = { account: string; channel: string; isEdit: boolean };

/** Nothing where it is no person's. The same message by whatever way has the same key. */
export function itemOf(message: SlackMessage, { account, channel, isEdit }: Place): Item[] {
  if (!isPersons(message)) return [];
  const edit = isEdit ? `:edit:${message.edited!.ts}` : '';
  const raw = Buffer.from(JSON.stringify({ channel, isEdit, message }));
  return [{ account, key: `${channel}:${message.ts}${edit}`, raw }];
}

/** A direct message, or a support channel of the desk's. */
export const isOurRoom = (channel: string, { channels }: SlackConfig) =>
  channel.startsWith('D') || channels.includes(channel) || channels.includes('*');

/** An unfurled link and a taken-back message change nothing that was said. */
function saidIn(event: MessageEvent): { message: SlackMessage; isEdit: boolean } | undefined {
  if (event.subtype !== 'message_changed') return { message: event, isEdit: false };
  const { message, previous_message: before } = event;
  const isOther = message?.edited && message.text !== before?.text && message.edited.ts !== before?.edited?.ts;
  return isOther ? { message, isEdit: true } : undefined;
}

function isPersons({ user, subtype, bot_id, metadata }: SlackMessage): boolean {
  if (!user || bot_id || slackItself.has(user)) return false;
  return saidByPeople.has(subtype ?? '') && metadata?.event_type !== ourMark;
}

/** Signed, and not to be read: kept whole, where a person sees it. */
function unreadable(envelope: Envelope, account: string): Item {
  const raw = Buffer.from(JSON.stringify(envelope.event));
  const key = envelope.event_id ?? hashOf(raw, { algorithm: 'sha256', secret: 'no-id', encoding: 'hex' });
  return { account, key: `event:${key}`.slice(0, 255), raw };
}
