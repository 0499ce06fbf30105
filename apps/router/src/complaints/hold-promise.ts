/** Holds a reply that promises what the policy forbids, and says what can be done instead (`domain.md` §5). */
import type { PolicyV1 } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { findLabel, findPromises, judgeReply, wordNoTime } from '@trunkline/rules';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { topicOf } from '../transfers/transfers.store.ts';
import { complaintsOf } from './complaints.store.ts';

/** `words` are those that promise; `marks` where each stands in the text, `from-to`; `instead` what may be said. */
export type PromiseHeld = { words: string; marks: string; instead: string };
type Said = { text: string; policy: PolicyV1 };

export async function judgePromises(tx: Tx, held: HeldConversation, { text, policy }: Said) {
  if (findPromises(text).length === 0) return null; // most replies: nothing is read for them
  const open = await complaintsOf(tx, held.id, { isOpenOnly: true });
  const { label } = await topicOf(tx, held.id);
  const placed = findLabel(label, policy);
  const kinds = [...open.map(({ kind }) => kind), ...(placed ? [placed.label.kind] : [])];
  const released = open.map(({ promiseText }) => promiseText ?? '').join('\n');
  const judged = judgeReply({ text, kinds, released }, policy);
  if (judged.kind === 'goes') return null;
  const { promises } = judged;
  return {
    words: promises.map(({ words }) => words).join(' · '),
    marks: promises.map(({ from, to }) => `${from}-${to}`).join(','),
    instead: wordNoTime(held.language, policy),
  };
}

/** Within an order that is refused as a whole. */
export async function refusePromises(tx: Tx, held: HeldConversation, said: Said): Promise<void> {
  const stopped = await judgePromises(tx, held, said);
  if (stopped) refuse('promise-not-allowed', stopped);
}

type Flagged = { by: { id: string }; stopped: PromiseHeld };

/** The thread keeps that a promise was held: whoever leads reads it there. */
export async function flagHeld(tx: Tx, held: HeldConversation, { by, stopped }: Flagged): Promise<void> {
  held.version += 1;
  await saveHeld(tx, held);
  const because = { code: 'promise-not-allowed', values: { words: stopped.words } };
  await insertEvents(tx, [{ conversationId: held.id, what: 'reply-held', agentId: by.id as never, because }]);
  await writeFacts(tx, [{ type: 'message.moved', key: held.id, data: headOf(held) }]);
}
