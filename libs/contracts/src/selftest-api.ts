/** Bodies of the routes by which the desk tests itself: messages to itself, and the books of what came and went. */
import { z } from 'zod';
import { MessageId, ReceiptId } from './ids.ts';
import { Instant } from './parts.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });

/** Stands in the test's words, so that it is found again. */
export const TestMark = z.string().regex(/^selftest-[0-9a-f]{16}$/);
export const NewTest = named('NewTest', z.strictObject({ account: z.string().max(320), mark: TestMark }));
export type NewTest = z.infer<typeof NewTest>;
/**
 * What became of a message to itself. `isAnswered`: an answer to it comes back to the desk too. `not-looped`: this channel
 * cannot write to itself; nothing was sent.
 */
export const TestSent = named(
  'TestSent',
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('sent'), isAnswered: z.boolean() }),
    z.object({ kind: z.literal('not-looped'), because: z.string() }),
    z.object({ kind: z.literal('failed'), because: z.string(), detail: z.string() }),
  ]),
);
export type TestSent = z.infer<typeof TestSent>;
export const TestAnswer = named('TestAnswer', z.strictObject({ mark: TestMark }));
export type TestAnswer = z.infer<typeof TestAnswer>;
export const TestAnswered = named('TestAnswered', z.object({ messageId: MessageId }));
export type TestAnswered = z.infer<typeof TestAnswered>;

/** What each service has yet to do. `inputs`: what the dispatcher has yet to hear. */
export const OwnBooks = z.object({
  outbox: z.object({ rows: z.int(), oldestSeconds: z.number() }),
  lag: z.int(),
  parked: z.int(),
});
export type OwnBooks = z.infer<typeof OwnBooks>;
export const BooksSpan = z.strictObject({ from: Instant, to: Instant });
export type BooksSpan = z.infer<typeof BooksSpan>;
const newest = 2_000;
/** Of channels. `ids`: the newest of the messages that it took in, and is to be found with the router. */
export const ReceiptBooks = z.object({
  receipts: z.object({ accepted: z.int(), settled: z.int(), parked: z.int(), erased: z.int() }),
  words: z.record(z.string(), z.int()),
  ids: z.array(ReceiptId).max(newest),
});
export type ReceiptBooks = z.infer<typeof ReceiptBooks>;
/** Of the router. `ids`: the newest words that it gave to channels. */
export const MessageBooks = z.object({
  stored: z.int(),
  words: z.int(),
  inputs: z.object({ rows: z.int(), oldestSeconds: z.number() }),
  ids: z.array(MessageId).max(newest),
});
export type MessageBooks = z.infer<typeof MessageBooks>;
export const newestInBooks = newest;
export const IdsAsked = z.strictObject({ ids: z.array(z.uuid()).max(newest) });
export type IdsAsked = z.infer<typeof IdsAsked>;
export const IdsMissing = z.object({ missing: z.array(z.uuid()) });

/**
 * `GET /v1/books`: what came in and went out in a span, counted by each service in its own tables. `received` are receipts:
 * what a provider gives twice is one. `stored` is what the router has of them.
 */
export const Books = named(
  'Books',
  z.object({
    from: Instant,
    to: Instant,
    received: z.object({ accepted: z.int(), settled: z.int(), parked: z.int(), erased: z.int() }),
    stored: z.int(),
    /** Taken in and with the router nowhere: neither stored nor parked. Of the newest that were looked for. */
    nowhere: z.array(ReceiptId),
    lookedFor: z.int(),
    /** Words to customers: as the router wrote them, and by their state with channels. */
    written: z.int(),
    words: z.record(z.string(), z.int()),
    wordsNowhere: z.array(MessageId),
    inputs: MessageBooks.shape.inputs,
    services: z.record(z.string(), OwnBooks),
    /** Those that did not answer. */
    silent: z.array(z.string()),
    balanced: z.boolean(),
    faults: z.array(z.object({ because: z.string(), en: z.string(), zh: z.string() })),
  }),
);
export type Books = z.infer<typeof Books>;
