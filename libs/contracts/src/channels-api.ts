/** Bodies about the channels themselves, and about a visitor of a page: what the console shows without naming one. */
import { z } from 'zod';
import { BothLanguages, ChannelName, Instant, Standard } from './parts.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });

export const ChannelRow = named(
  'ChannelRow',
  z.object({
    name: ChannelName,
    label: BothLanguages,
    standard: Standard,
    live: z.boolean(),
    isOn: z.boolean(),
    isPreview: z.boolean(),
    /** The desk's doors in it: mailboxes, sites, numbers. */
    accounts: z.array(z.string()),
    /** Files go out, each at most of this size; null: none. */
    maxFileBytes: z.int().nullable(),
    quickReplies: z.boolean(),
    readReceipts: z.boolean(),
    typing: z.boolean(),
    replyWindowHours: z.number().nullable(),
    /** What may go out when the window is over, where the provider allows that; `text` is what the customer reads. */
    templates: z.array(z.object({ name: z.string(), language: z.string(), text: z.string() })).optional(),
  }),
);
export type ChannelRow = z.infer<typeof ChannelRow>;
export const ChannelRows = named('ChannelRows', z.object({ items: z.array(ChannelRow) }));
export type ChannelRows = z.infer<typeof ChannelRows>;

/** After it only what the provider allows may go out. Null `until`: the customer has not written yet. */
export const ReplyWindow = named(
  'ReplyWindow',
  z.object({ until: Instant.nullable(), isOpen: z.boolean(), afterwards: z.enum(['nothing', 'templates']) }),
);
export type ReplyWindow = z.infer<typeof ReplyWindow>;

/** A page that a visitor walked, or an event that the page told of. */
export const VisitorStep = named(
  'VisitorStep',
  z.object({
    at: Instant,
    kind: z.enum(['page', 'event']),
    url: z.string(),
    title: z.string(),
    /** Of an event: its name and what the page said with it. */
    name: z.string().nullable(),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
);
export type VisitorStep = z.infer<typeof VisitorStep>;
export const Visitor = named(
  'Visitor',
  z.object({
    isHere: z.boolean(),
    lastSeenAt: Instant.nullable(),
    visits: z.int(),
    referrer: z.string().nullable(),
    searchTerm: z.string().nullable(),
    /** From the file that the operator supplies; null without one. */
    region: z.string().nullable(),
    language: z.string().nullable(),
    device: z.string().nullable(),
    /** Answers of the form before the chat; `choice`: what one of a list reads. */
    form: z.array(
      z.object({ field: z.string(), label: BothLanguages, value: z.string(), choice: BothLanguages.nullable() }),
    ),
    steps: z.array(VisitorStep),
  }),
);
export type Visitor = z.infer<typeof Visitor>;
