/** The port: what a channel is. A folder implements it and gives the registry one line; nobody else knows its name. */
import type { Server } from 'node:http';
import type { Provider, Type } from '@nestjs/common';
import type {
  Attachment,
  BothLanguages,
  CallChangedV1,
  CallDirectedV1,
  CallNow,
  HandOverId,
  MessageReceivedV1,
  ReasonCode,
  ReplyWrittenV1,
  Standard,
  TestSent,
  Waits,
  WholeMessage,
} from '@trunkline/contracts';
import type { ConfigSpec, Fleeting, Leases, LiveSettings, Postgres, Tx } from '@trunkline/platform';

/** A file that came with a message. Its content goes to the content-addressed store with the receipt. */
export type ReceivedFile = Attachment & { content: Buffer };

/**
 * One item as the provider gave it, before it has a receipt. `account` and `key` together are unique for ever: the
 * same pair a second time is a duplicate and changes nothing. `raw` is kept encrypted, whatever becomes of the item.
 */
type Item = {
  /** The desk's door it came through: a mailbox, a site, a number. */
  account: string;
  /** The provider's own id of the item in this account; never a hash of the content, for two real "ok" must both live. */
  key: string;
  raw: Buffer;
  /**
   * Set only while everything is read again under new keys: a receipt of this content whose key does not begin with
   * `prefix` is this very item, and is given the new key instead of a second message.
   */
  readAgain?: { contentKey: string; prefix: string };
  /** What `readAgain` will compare one day; null where the provider's ids never change. */
  contentKey?: string | null;
  /** The provider gives no ids and the key is ours: nothing is dropped as a second one, equal ones are only marked. */
  hasOwnKey?: true;
};

/** What a customer said: the fact's own fields, without those that the receipt gives. */
export type ReceivedMessage = Item & {
  kind: 'message';
  from: MessageReceivedV1['from'];
  thread: MessageReceivedV1['thread'];
  subject: string | null;
  /** `inbound.ts` sees to 64 KiB of UTF-8 without NUL, and sets `hasMore` when it had to cut. */
  text: string;
  hasMore: boolean;
  files: ReceivedFile[];
  /** Files that it only names; `fetchFiles` brings them. */
  named?: { name: string; type: string }[];
  /** Words of ours that this item answers, and which therefore arrived. */
  provesArrivalOf?: string[];
  automatic: MessageReceivedV1['automatic'];
  checks?: MessageReceivedV1['checks'];
  form?: MessageReceivedV1['form'];
  chosen?: MessageReceivedV1['chosen'];
  /** It is no customer's: a department answers what it was handed, under a signature of ours. */
  handOverId?: HandOverId;
  sentAt: string | null;
  /** The item in whole (HTML made safe, quotation, headers), read by staff on demand; null where `text` is all. */
  whole: WholeMessage | null;
};

/** The provider says that words of ours came back. `messageIds`: which, as far as the item names them (perhaps none). */
export type ReceivedBounce = Item & { kind: 'bounce'; messageIds: string[]; detail: string };

/** Arrived, but no message can be made of it: parked with its reason, where an agent sees it. */
export type ReceivedUnreadable = Item & { kind: 'unreadable'; because: ReasonCode; detail: string };

/** What a telephone system reports of a call: the fact's own fields. `at` null: when it came. */
export type ReceivedCall = Item & { kind: 'call' } & Omit<
    CallChangedV1,
    'receiptId' | 'channel' | 'account' | 'at' | 'receivedAt'
  > & { at: string | null };

export type Received = ReceivedMessage | ReceivedCall | ReceivedBounce | ReceivedUnreadable;
/** The same before the transport gave it account, key and raw bytes: all that the pure `parse` can know. */
export type Parsed = Received extends infer One ? (One extends Item ? Omit<One, keyof Item> : never) : never;

/**
 * What became of an item; said only after the commit (law 5). `beside` is what the channel's `storeBeside` returned
 * for it. Whoever acknowledges to a provider does so after this, and never before.
 */
export type TakenIn =
  | { kind: 'stored'; receiptId: string; at: Date; beside: unknown }
  | { kind: 'duplicate'; receiptId: string; at: Date }
  | { kind: 'parked'; receiptId: string; at: Date; because: ReasonCode };

/** A message whose receipt was inserted in this transaction. */
export type StoredMessage = { receiptId: string; at: Date; message: ReceivedMessage };

/** A word to a customer, as the router wrote it. `messageId` is the same over all attempts. */
export type Word = ReplyWrittenV1 & {
  /** It goes to a department: what comes back answers this. */
  handOverId?: HandOverId;
  /** A page on which its choices can be clicked; `?chosen=code` leads to one of them. */
  answerAt?: string | undefined;
};

/**
 * What a provider made of a word. Every failure says which it is:
 * `retry`: surely not taken, may be sent again (the claim backs off); `failed`: will never arrive, the agent is told;
 * `unknown`: cut between hand-over and answer, so nobody may send it again by himself.
 */
export type Sent =
  | { kind: 'sent'; reference: string | null; socketOf?: { account: string; address: string } }
  | { kind: 'retry'; because: ReasonCode; detail: string /** The provider's own wish. */; afterSeconds?: number }
  | { kind: 'failed'; because: ReasonCode; detail: string }
  | { kind: 'unknown'; detail: string };

/** A message to oneself: by which of the desk's doors, and what its words are found by. */
export type OwnTest = { account: string; mark: string };

/** One HTTP request as it came. `url` is the public address, which is what providers sign; header names in lower case. */
export type WebhookRequest = { method: string; url: string; headers: Record<string, string>; body: Buffer };

/** A provider's word about a word of ours: named by our own id, or by the provider's in this account. */
export type Moved = {
  account: string;
  messageId?: string | undefined;
  reference?: string | undefined;
  to: 'sent' | 'delivered' | 'read' | 'failed';
  detail?: string | undefined;
};

/** What a provider posted; answered 200 with `answer` once everything in it is committed. */
export type OpenedRequest =
  | { kind: 'refused'; because: ReasonCode; detail: string }
  | {
      kind: 'opened';
      items: { account: string; key: string; raw: Buffer; hasOwnKey?: true }[];
      moved: Moved[];
      answer?: { type: string; body: string };
    };

/** What the house gives a channel. A channel does no SQL on tables that are not its own. */
export type Desk<Config = unknown> = {
  readonly config: Config;
  /** Takes one item in; what waits meanwhile shares its commit. Rejects when nothing was stored: do not acknowledge. */
  takeIn(item: Received): Promise<TakenIn>;
  /**
   * Takes these in, in this order, in one transaction of their own. `alongside` runs in it last (a mailbox's cursor,
   * guarded by its lease); when it throws, nothing was taken in.
   */
  takeInTogether(items: Received[], alongside?: (tx: Tx) => Promise<void>): Promise<TakenIn[]>;
  /**
   * Takes an item in at the door of the channel that keeps this standard, so that the answer leaves by it; null where
   * none is switched on.
   */
  takeInAs(standard: Standard, item: ReceivedMessage): Promise<TakenIn | null>;
  /** Where these wait, and how long one who writes now will; rejects where nobody can say. */
  waitsOf(visitors: { account: string; address: string }[]): Promise<Waits>;
  /** What was said with this address, to a mail address; rejects with the refusal. */
  mailTranscript(asked: { account: string; address: string; to: string; language: 'en' | 'zh' }): Promise<void>;
  /** These words reached the customer's screen or machine: says so once, in the channel's own transaction. */
  wereDelivered(tx: Tx, messageIds: string[]): Promise<void>;
  /** The customer had these words on the screen: says so once, in the channel's own transaction. */
  wereRead(tx: Tx, messageIds: string[]): Promise<void>;
  /**
   * The bytes of a stored file, or undefined. Asked before anything is handed over: where it rejects (the bucket is away,
   * or has other bytes), the word is tried again or fails with that reason, and surely did not go out.
   */
  readFile(sha256: string): Promise<Buffer | undefined>;
  /** What becomes of a call that waits on the line, by the provider's id; rejects where nobody can say now. */
  callNow(call: string): Promise<CallNow>;
  readonly postgres: Postgres;
  readonly leases: Leases;
  readonly settings: LiveSettings;
  readonly fleeting: Fleeting;
  /** The service's own HTTP server, for sockets; routes are Nest `controllers`. */
  readonly http: Server;
};

/**
 * A channel at work. `stop` finishes what it holds, acknowledges nothing more, and resolves within 10 s. Where people hang on
 * sockets, `moveOn` has them come back at another replica, a few at a time, before that.
 */
export type Receiving = { stop(): Promise<void>; moveOn?(withinMs: number): void };

/**
 * A channel: a small required core, and talents found by presence. `parse` is pure; transport stays apart from it.
 * Safe at two replicas: `receive` runs in each of them, so what only one may do it does under a lease of `desk`.
 */
export interface Channel<Config = never> {
  /** The folder's name; in facts, keys and settings. */
  readonly name: string;
  /** What people read. */
  readonly label: BothLanguages;
  /** The service standard its conversations are kept to; limits and weights hang on it. */
  readonly standard: Standard;
  /** Is somebody sitting there waiting? */
  readonly live: boolean;
  readonly config: {
    /** Its variables, all optional: an empty environment starts the service with the channel off. */
    readonly variables: ConfigSpec;
    /** The channel's settings, or null when it is off. Throws a sentence when what is set cannot work. */
    read(values: Record<string, unknown>): Config | null;
    /** The environment under which its samples are read, where `parse` needs one. Nothing answers there. */
    readonly sample?: Record<string, string>;
  };
  /** Begins to receive, and resolves when it does; mends broken connections itself. Never called while off. */
  receive(desk: Desk<Config>): Promise<Receiving>;
  /**
   * A recorded item (a file of `samples/`) to what it says. Pure: no network, no database, no clock; the same bytes
   * give the same answer. Never throws for bad input: that is `unreadable`.
   */
  parse(raw: Buffer, config: Config): Promise<Parsed>;
  /**
   * Hands a word to the provider under an id fixed by `messageId`. Runs outside any transaction, is cut off after
   * 10 s (files get up to 35 s more), and then counts as `unknown`. Never throws for a provider's failure: it returns one.
   */
  send(word: Word, desk: Desk<Config>): Promise<Sent>;

  /**
   * Talent: a provider posts to `/hooks/<name>`. Says whether the request is the provider's (an unsigned, altered or old
   * one is not; compared in constant time) and what it holds. Pure; `now` in ms.
   */
  openRequest?(request: WebhookRequest, config: Config, now: number): OpenedRequest;
  /** Talent: what is answered depends on more than the request; asked once what it holds is committed. */
  answerRequest?(request: WebhookRequest, desk: Desk<Config>): Promise<{ type: string; body: string }>;
  /** Talent: a call that waits is connected to who took it. Losing this word is harmless: the call asks by itself. */
  directCall?(directed: CallDirectedV1, desk: Desk<Config>): Promise<void>;
  /** What stands in a request that is known to be the provider's: the second half of `openRequest`. Pure. */
  readRequest?(request: WebhookRequest, config: Config): OpenedRequest;
  /** Talent: files that an item only names are fetched before it is taken in; rejects where the provider is away. */
  fetchFiles?(message: ReceivedMessage, desk: Desk<Config>): Promise<ReceivedFile[]>;
  /**
   * Talent: what an item only names is asked for before it is taken in: who somebody is, say. Null: it is no customer's.
   * Never rejects; what cannot be learnt in time stays unknown.
   */
  complete?(message: ReceivedMessage, desk: Desk<Config>): Promise<ReceivedMessage | null>;
  /** Talent: runs in the receipts' transaction, once for all messages stored in it; answers per receipt id. */
  storeBeside?(tx: Tx, stored: StoredMessage[]): Promise<Map<string, unknown>>;
  /** Talent: asks the provider what became of a word whose sending was cut; `retry` means surely not taken. */
  lookUp?(word: Word, desk: Desk<Config>): Promise<Sent>;
  /** Talent: asks the provider for what came while nobody listened. */
  catchUp?(desk: Desk<Config>): Promise<void>;
  /** Talent: after so many hours without a word of the customer, only what the provider allows may go out. */
  readonly replyWindow?: { hours: number; afterwards: 'nothing' | 'templates' };
  /** Talent: what may go out after the window too, by name; `text` is what the customer reads. */
  templates?(config: Config): { name: string; language: string; text: string }[];
  /**
   * Talent: writes to itself through its own front door, by the way that customers' words come. What comes of it is
   * `auto-generated`, so that nobody is called to answer it, and no customer can make another's words look like it.
   */
  writeToItself?(test: OwnTest, desk: Desk<Config>): Promise<TestSent>;
  /** The desk's doors in it: mailboxes, sites, numbers. */
  doors?(config: Config): string[];
  /** No server of somebody else's making has taken its traffic yet. */
  readonly preview?: true;
  /** Talent: conversations of one address are kept apart by threads. */
  readonly threads?: true;
  /** Talent: files go out too; at most this many bytes each. */
  readonly attachments?: { maxBytes: number };
  /** Talent: shows that somebody is typing. */
  readonly typing?: true;
  /** Talent: quick replies are shown to be pressed; without it they stand below the words as a list. */
  readonly quickReplies?: true;
  /** Talent: says when a word was read. */
  readonly readReceipts?: true;
  /** Talent: routes, sockets and consumers of its own; they inject their desk by `deskOf(name)`. */
  readonly controllers?: Type[];
  readonly providers?: Provider[];
}

/** A channel as the registry holds it: whose settings it has is its own affair. */
// biome-ignore lint/suspicious/noExplicitAny: the registry is the one place where channels of all settings meet
export type AnyChannel = Channel<any>;

/** The injection token of a channel's desk; its value is null while the channel is off. */
export const deskOf = (name: string) => `desk of ${name}`;
