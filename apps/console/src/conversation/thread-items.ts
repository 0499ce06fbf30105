/** A thread as it is read: messages, facts of the house, days, and where one had stopped reading. */
import type { Conversation, Message } from '@trunkline/contracts';

export type HouseFact = Conversation['events'][number];
export type ThreadItem =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'new'; key: string }
  | { kind: 'message'; key: string; message: Message; follows: boolean }
  | { kind: 'fact'; key: string; fact: HouseFact };

type Given = {
  messages: Message[];
  events: HouseFact[];
  /** Until when this person had read; null at the first look. */
  seenUntil: string | null;
  me: string | null;
};

const dayOf = (at: string) => new Date(at).toDateString();
const fiveMinutesMs = 300_000;

export function threadItems({ messages, events, seenUntil, me }: Given): ThreadItem[] {
  const things = [
    ...messages.map((message) => ({ at: message.at, message })),
    ...events.map((fact, index) => ({ at: fact.at, fact, index })),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || Number('fact' in one) - Number('fact' in other));
  const items: ThreadItem[] = [];
  let day = '';
  let isMarked = seenUntil === null;
  let before: Message | null = null;
  for (const thing of things) {
    if (dayOf(thing.at) !== day) {
      day = dayOf(thing.at);
      items.push({ kind: 'day', key: `day:${day}`, at: thing.at });
      before = null;
    }
    if ('fact' in thing) {
      items.push({ kind: 'fact', key: `fact:${thing.at}:${thing.index}`, fact: thing.fact });
      before = null;
      continue;
    }
    const { message } = thing;
    const isNew = !isMarked && message.authorId !== me && Date.parse(message.at) > Date.parse(seenUntil as string);
    if (isNew) {
      isMarked = true;
      before = null;
      items.push({ kind: 'new', key: 'new' });
    }
    items.push({ kind: 'message', key: message.id, message, follows: before !== null && isSameVoice(before, message) });
    before = message;
  }
  return items;
}

/** Two messages of one voice within five minutes stand together under one name. */
function isSameVoice(before: Message, message: Message): boolean {
  return (
    before.from === message.from &&
    before.authorId === message.authorId &&
    (before.kind === 'note') === (message.kind === 'note') &&
    !message.automatic &&
    !message.checks &&
    Date.parse(message.at) - Date.parse(before.at) < fiveMinutesMs
  );
}
