/** What the panel knows of the chat, and how each event changes it. Pure: no socket, no clock, no storage. */
import type { Attachment, ChatLine, ChatPlace, ChatWelcome } from '@trunkline/contracts';

/** A line of the visitor's own that the desk has not confirmed yet. `refused` says why it never will be as it is. */
export type Unsent = {
  txnId: string;
  text: string;
  at: string;
  files?: Attachment[];
  chosen?: string;
  form?: Record<string, string>;
  refused?: string;
};

export type Chat = {
  lines: readonly ChatLine[];
  unsent: readonly Unsent[];
  desk: ChatWelcome['desk'] | null;
  /** What the desk said at the door: what it asks, offers, allows. */
  welcome: ChatWelcome | null;
  place: ChatPlace;
  link: 'connecting' | 'open' | 'lost' | 'refused';
  /** Why the desk does not talk to this page, in the visitor's language. */
  refusal: string | null;
  /** The last line that came in the desk's own order: where reading goes on after a break. */
  cursor: number;
  /** Everything up to here was on the screen. */
  readTo: number;
  deskIsTyping: boolean;
};

export type ChatEvent =
  | { kind: 'welcomed'; welcome: ChatWelcome }
  | { kind: 'line'; line: ChatLine }
  | { kind: 'said'; unsent: Unsent }
  | { kind: 'confirmed'; txnId: string; sequence: number; at: string }
  | { kind: 'refused'; txnId: string; detail: string }
  | { kind: 'withdrawn'; txnId: string }
  | { kind: 'read'; sequence: number }
  | { kind: 'typing'; isTyping: boolean }
  | { kind: 'placed'; place: ChatPlace }
  | { kind: 'lost' }
  | { kind: 'turned-away'; detail: string }
  | { kind: 'somebody-else'; unsent: readonly Unsent[]; readTo: number };

export function newChat(unsent: readonly Unsent[], readTo: number): Chat {
  return {
    lines: [],
    unsent,
    desk: null,
    welcome: null,
    place: null,
    link: 'connecting',
    refusal: null,
    cursor: 0,
    readTo,
    deskIsTyping: false,
  };
}

export function nextChat(chat: Chat, event: ChatEvent): Chat {
  switch (event.kind) {
    case 'welcomed':
      return { ...chat, link: 'open', refusal: null, desk: event.welcome.desk, welcome: event.welcome };
    case 'line':
      return takeLine({ ...chat, cursor: Math.max(chat.cursor, event.line.sequence) }, event.line);
    case 'said':
      return { ...chat, unsent: [...without(chat, event.unsent.txnId), event.unsent] };
    case 'confirmed':
      return confirm(chat, event);
    case 'refused':
      return {
        ...chat,
        unsent: chat.unsent.map((it) => (it.txnId === event.txnId ? { ...it, refused: event.detail } : it)),
      };
    case 'withdrawn':
      return { ...chat, unsent: without(chat, event.txnId) };
    case 'read':
      return event.sequence > chat.readTo ? { ...chat, readTo: event.sequence } : chat;
    case 'typing':
      return { ...chat, deskIsTyping: event.isTyping };
    case 'placed':
      return { ...chat, place: event.place };
    case 'lost':
      return { ...chat, link: 'lost', deskIsTyping: false, place: null };
    case 'turned-away':
      return { ...chat, link: 'refused', refusal: event.detail };
    case 'somebody-else':
      return newChat(event.unsent, event.readTo);
  }
}

/** Lines of the desk below which the visitor has not looked yet. */
export function countUnread(chat: Chat): number {
  return chat.lines.filter((line) => line.from !== 'customer' && line.sequence > chat.readTo).length;
}

/** A customer's line counts as seen once anybody at the desk spoke after it. */
export function lastAnswered(chat: Chat): number {
  return chat.lines.reduce((last, { from, sequence }) => (from === 'agent' || from === 'bot' ? sequence : last), 0);
}

/** Whether a person of the desk has the word, so that asking for one is no longer needed. */
export function personHasJoined(chat: Chat): boolean {
  return chat.lines.findLast(({ from }) => from === 'agent' || from === 'bot')?.from === 'agent';
}

function takeLine(chat: Chat, line: ChatLine): Chat {
  const unsent = line.txnId ? without(chat, line.txnId) : chat.unsent;
  const deskIsTyping = line.from === 'customer' && chat.deskIsTyping;
  if (chat.lines.some(({ sequence }) => sequence === line.sequence)) return { ...chat, unsent };
  const lines = [...chat.lines, line].sort((one, other) => one.sequence - other.sequence);
  return { ...chat, lines, unsent, deskIsTyping };
}

/** The tick. The cursor stays: what the desk said just before may still be on its way. */
function confirm(chat: Chat, { txnId, sequence, at }: { txnId: string; sequence: number; at: string }): Chat {
  const said = chat.unsent.find((it) => it.txnId === txnId);
  if (!said) return chat;
  return takeLine(chat, {
    sequence,
    from: 'customer',
    name: null,
    text: said.text,
    attachments: said.files ?? [],
    choices: [],
    at,
    txnId,
  });
}

function without(chat: Chat, txnId: string): readonly Unsent[] {
  return chat.unsent.filter((it) => it.txnId !== txnId);
}
