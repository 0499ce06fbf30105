/** What was seen from outside during a run: what customers sent, what the desk shows, what customers got. */

/** An item that a customer sent. `mark` stands in its text and nowhere else. */
export type Sent = {
  mark: string;
  channel: string;
  sender: string;
  /** When the sender's side sent it first; orders the items of one sender. */
  at: string;
  /** When the product said that it has it; null where it never did, or where nobody was told (a mail). */
  acknowledgedAt: string | null;
};
/** An answer that an agent gave, once the product had said that it stands. */
export type Replied = { mark: string; messageId: string; conversationId: string };
/** What reached a customer, once for each time it did. */
export type Got = { mark: string; by: string; at: string };

/** A message as the public API shows it; `place` counts within the conversation. */
export type Shown = {
  messageId: string;
  conversationId: string;
  place: number;
  from: 'customer' | 'agent' | 'bot' | 'desk';
  text: string;
  delivery: { state: string; attempt: number } | null;
};
export type ParkedSeen = { id: string; raw: string };

/** From offer or assignment to its end; null while it lasts. */
export type Span = { conversationId: string; agentId: string; from: string; to: string | null };
export type LoadSeen = { agentId: string; load: number; capacity: number; override: number; carried: number };
export type Books = {
  receipts: number;
  routed: number;
  parked: number;
  erased: number;
  /** Outbox rows that are not published, by service. */
  unpublished: Record<string, number>;
  /** Published facts of which a reader shows neither an effect nor a parked row. */
  withoutEffect: string[];
};
/** How things stand 120 s after the last fault at the latest. */
export type Rest = {
  /** Conversations that wait though somebody who may take them has room. */
  waitingForNothing: string[];
  /** Records not yet read, by consumer group. */
  lag: Record<string, number>;
  notReady: string[];
};

/** A clock as its row and its facts show it at the end. */
export type TimedSeen = {
  clockId: string;
  conversationId: string;
  policy: string;
  dueAt: string;
  /** By the fact's own instant; null while it runs. */
  stoppedAt: string | null;
  /** By then what stopped it had committed for certain: the router's fact was on its way, or its author had been told. */
  knownAt?: string | null;
  /** When the router had read what it was fired by; null while it has not fired. */
  askedAt?: string | null;
  /** It rests with the customer at the end: nothing is due. */
  isPaused: boolean;
  /** When it was said that it is missed, or has come to its end; once for each time. */
  said: string[];
  /** When this was read. */
  until: string;
};
/** Somebody was told. `dueAt`: when what raised it was due; `endedAt`: when its conversation was solved or closed; the rest as above. */
export type EscalatedSeen = {
  escalationId: string;
  conversationId: string;
  matter: string;
  level: number;
  dueAt: string;
  endedAt: string | null;
  knownAt?: string | null;
  askedAt?: string | null;
};
/** While sla, the router or Postgres were away: what is due waits. */
export type Outage = { from: string; to: string };

export type Evidence = {
  sent: Sent[];
  replied: Replied[];
  got: Got[];
  shown: Shown[];
  parked: ParkedSeen[];
  spans: Span[];
  loads: LoadSeen[];
  books: Books;
  rest: Rest;
  /** Where clocks were looked at, too. */
  timed?: TimedSeen[];
  escalated?: EscalatedSeen[];
  outages?: Outage[];
};
