/** A subject without what mail programs put before it, and whether one says that it is an answer. */
import { fold } from '../words/fold.ts';
import { wordsOf } from '../words/words-of.ts';

/** As mail programs in German, French, Spanish, Italian, Nordic, Slavic, Hungarian, Dutch, Chinese and Japanese write them. */
const replyWords = 're|r|aw|antw|antwort|sv|vs|rv|odp|ynt|rif|res|ref|va|ha|回复|回覆|答复|答覆|回信|返信|回';
const forwardWords = 'fw|fwd|wg|tr|enc|doorst|vl|rfw|pd|转发|轉寄|轉發|転送';
const isReply = new RegExp(`^(?:${replyWords})(?:\\s*[[(]\\d+[\\])]|\\^\\d+)?\\s*:`);
const isForward = new RegExp(`^(?:${forwardWords})(?:\\s*[[(]\\d+[\\])])?\\s*:`);
/** What a company's gate writes before it. */
const isTag =
  /^(?:\[(?:ext|external|extern|spam|suspected spam|bulk|外部)[^\]]*\]|【(?:外部|外部邮件|外部メール)】|\*+(?:ext|external|spam)\*+)\s*:?/;
const longestSubject = 998;

export type Subject = {
  /** Folded, one line. */
  bare: string;
  answers: boolean;
};

export function stripSubject(subject: string | null): Subject {
  let bare = fold((subject ?? '').slice(0, longestSubject))
    .replace(/\s+/g, ' ')
    .trim();
  let answers = false;
  for (;;) {
    const [found] = isReply.exec(bare) ?? isForward.exec(bare) ?? isTag.exec(bare) ?? [];
    if (!found) return { bare, answers };
    answers ||= isReply.test(bare);
    bare = bare.slice(found.length).trim();
  }
}

/** Less in common than this, and it is another matter. */
const sameFrom = 0.34;

/**
 * Whoever writes another subject over an answer means another matter. A word added or left out, a tag of a gate, a
 * subject that is missing on one side: none of these changes it.
 */
export function isSubjectChanged(one: string | null, other: string | null): boolean {
  const [a, b] = [stripSubject(one).bare, stripSubject(other).bare];
  if (a === '' || b === '' || a.includes(b) || b.includes(a)) return false;
  const [mine, theirs] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const fewer = Math.min(mine.size, theirs.size);
  return fewer > 0 && [...mine].filter((word) => theirs.has(word)).length / fewer < sameFrom;
}
