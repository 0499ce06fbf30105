/** May this reply go out while a complaint is open? One that promises what the policy forbids is held (`domain.md` §5). */
import type { Kind, PolicyV1 } from '@trunkline/contracts';
import { findPromises, type PromiseFound } from './find-promise.ts';
import { foldInPlace } from './fold-in-place.ts';

export type ReplyJudged = { kind: 'goes' } | { kind: 'held'; because: 'promise-not-allowed'; promises: PromiseFound[] };

type Asked = {
  text: string;
  /** Of the open complaints, and of the conversation's label. */
  kinds: readonly Kind[];
  /** What customers were told with the released promise: its time may be said again, no other. */
  released: string;
};

export function judgeReply(
  { text, kinds, released }: Asked,
  { complaints }: Pick<PolicyV1, 'complaints'>,
): ReplyJudged {
  if (!kinds.some((kind) => complaints.promises[kind] === 'none')) return { kind: 'goes' };
  const told = foldInPlace(released).folded;
  const promises = findPromises(text).filter(({ words }) => !told.includes(withoutBound(words)));
  return promises.length === 0 ? { kind: 'goes' } : { kind: 'held', because: 'promise-not-allowed', promises };
}

/** "By Friday 15:00" and "before Friday 15:00" name one time. */
const withoutBound = (words: string): string =>
  foldInPlace(words)
    .folded.replace(/^(?:by|before|until|till|on|at|no later than|最迟|最晚)\s+/, '')
    .replace(/(?:之?前|以前)$/, '')
    .trim();
