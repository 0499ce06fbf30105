/** What channels asks the router of visitors: their place and wait, and a transcript by mail. */
import { z } from 'zod';
import { ChannelName } from './parts.ts';

const Whose = z.object({ channel: ChannelName, account: z.string().max(255), address: z.string().min(1).max(512) });

/** `POST /internal/waits`: those who may wait, at most 500; answered in the same order. */
export const WaitsAsked = z.object({ visitors: z.array(Whose).max(500) });
export type WaitsAsked = z.infer<typeof WaitsAsked>;

const Range = z.object({ low: z.number().nonnegative(), high: z.number().nonnegative() });
/** Seconds. `items`: null where nobody waits; `wait` null where nobody can say; `newcomer`: for one who writes now. */
export const Waits = z.object({
  items: z.array(z.object({ position: z.int().positive(), wait: Range.nullable() }).nullable()),
  newcomer: Range.nullable(),
});
export type Waits = z.infer<typeof Waits>;

/** `POST /internal/transcripts`: what was said in the address's last conversation, to `to`, by another channel. */
export const TranscriptAsked = Whose.extend({
  by: z.object({ channel: ChannelName, account: z.string().max(255) }),
  to: z.email().max(320),
  language: z.enum(['en', 'zh']),
});
export type TranscriptAsked = z.infer<typeof TranscriptAsked>;
