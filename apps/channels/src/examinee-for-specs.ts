/** For the exam: how the customers of a channel speak, and what its provider answers. One in each channel's folder. */
import type { Postgres } from '@trunkline/platform';
import type { WebhookRequest } from './channel.ts';
import type { AskedOfProvider } from './provider-for-specs.ts';

/** What the provider does with what it is asked: answers, or takes everything and hangs up. */
export type Answer = { status: number; body: unknown } | 'cut';
export type ExamProvider = { url: string; answers: (asked: AskedOfProvider) => Answer; close(): Promise<void> };

/** What a customer says. The same `id` again is the provider handing over the same item again. */
export type Said = {
  /** Who: customer number 0, 1, 2 … */
  customer: number;
  id: string;
  text: string;
  at: Date;
};

/** What whoever hands over learns: it was taken, or the reason why not. */
export type Outcome = { taken: true } | { taken: false; reason: string };

/** Where the channel under examination stands. `restart` ends the service and starts it anew on the same database. */
export type ExamPlace = { url(): string; postgres(): Postgres; restart(): Promise<void> };

/** One way to speak to the channel; `say` resolves once it has acknowledged or refused, rejects where nobody listens. */
export type Mouth = { say(said: Said): Promise<Outcome>; close(): Promise<void> };

export type Examinee = {
  /** The server that words are handed to, where it speaks no HTTP; its statuses are those of HTTP. */
  provider?(): Promise<ExamProvider>;
  /** Its variables, with the provider and the public address put in. */
  settings(place: { provider: string; publicUrl: string }): Record<string, string>;
  /** Our side of its conversations. */
  account: string;
  /** A customer's address, as words go out to it. */
  to: string;
  /** Which fact its items become. */
  fact: 'message.received' | 'call.changed';
  /** The words in the fact's body. */
  read(body: Record<string, unknown>): string;
  /** What comes of a request by its provider; absent where nobody posts. `now`: which time it is signed with. */
  request?(said: Said, place: { publicUrl: string; now: Date }): WebhookRequest;
  /** The signature carries its time: an old one, and one from the future, are refused. */
  signsTime?: true;
  /** How customers speak where nobody posts. */
  open?(place: ExamPlace): Promise<Mouth>;
  /** Longer than what the channel takes. */
  tooLong: number;
  /** What becomes of no words at all: `taken`, or the reason. */
  empty: string;
  /** What becomes of too many: a reason said at once, or `parked`, or `taken` where it is cut and kept whole. */
  oversize: string;
  /** The provider lists these when it is asked; absent where it cannot be asked and repeats instead. */
  lists?(missed: Said[], asked: AskedOfProvider): { status: number; body: unknown } | undefined;
  /** The provider takes what we send; absent where the words go over sockets. */
  takes?(asked: AskedOfProvider): { status: number; body: unknown };
  /** The provider's refusal of a word that comes too late; only with a reply window. */
  tooLate?(asked: AskedOfProvider): { status: number; body: unknown };
};
