/** The parts of Slack's events that are read here (https://docs.slack.dev/reference/events/message). */
import { z } from 'zod';

const File = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
});
export type SlackFile = z.infer<typeof File>;

const Ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/);

/** One message as it is posted, listed in a history, or stands inside an edit. */
export const SlackMessage = z.looseObject({
  ts: Ts,
  user: z.string().max(64).nullish(),
  text: z.string().nullish(),
  subtype: z.string().nullish(),
  bot_id: z.string().nullish(),
  thread_ts: Ts.nullish(),
  files: z.array(File).nullish(),
  edited: z.looseObject({ ts: z.string() }).nullish(),
  reply_count: z.number().nullish(),
  latest_reply: z.string().nullish(),
  metadata: z
    .looseObject({ event_type: z.string().nullish(), event_payload: z.record(z.string(), z.unknown()).nullish() })
    .nullish(),
});
export type SlackMessage = z.infer<typeof SlackMessage>;

export const MessageEvent = SlackMessage.extend({
  type: z.literal('message'),
  channel: z.string().min(1).max(64),
  message: SlackMessage.optional(),
  previous_message: SlackMessage.optional(),
});
export type MessageEvent = z.infer<typeof MessageEvent>;

export const Envelope = z.looseObject({
  type: z.string(),
  challenge: z.string().optional(),
  team_id: z.string().optional(),
  event_id: z.string().optional(),
  event: z.looseObject({ type: z.string() }).optional(),
  authorizations: z.array(z.looseObject({ user_id: z.string().nullish(), is_bot: z.boolean().nullish() })).nullish(),
});
export type Envelope = z.infer<typeof Envelope>;

/** One message with what stands around it: the raw bytes of its receipt. `isEdit`: it was said before in other words. */
export const OneMessage = z.object({ channel: z.string().min(1).max(64), isEdit: z.boolean(), message: SlackMessage });
export type OneMessage = z.infer<typeof OneMessage>;

/** What our own words carry, by which they are known again. */
export const ourMark = 'trunkline_word';
