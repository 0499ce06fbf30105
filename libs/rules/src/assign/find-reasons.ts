/** Who has another reason for waiting than they were told: who was looked at, and who stands in front where people changed. */
import type { Because } from '@trunkline/contracts';
import type { ConversationRow } from './conversation-row.ts';
import type { ConversationRows } from './conversation-rows.ts';
import type { ToSay } from './desk.ts';
import { isSame } from './same-because.ts';
import type { Waiting } from './waiting.ts';
import type { WhoCan } from './who-can.ts';
import type { WorkClass } from './work-class.ts';

/** So many in front of a class at most; the first whose reason is still true ends it. */
export const reasonsLookedAt = 50;

type Parts = { rows: ConversationRows; waiting: Waiting; whoCan: WhoCan };

/** Whoever was asked after, and the groups that were concerned, are so no longer. */
export function findReasons(parts: Parts, groups: Set<string>): ToSay[] {
  const { asked } = parts.waiting;
  if (asked.size === 0 && groups.size === 0) return [];
  const found = lookAt(parts, groups);
  asked.clear();
  groups.clear();
  return found;
}

function lookAt({ rows, waiting, whoCan }: Parts, groups: ReadonlySet<string>): ToSay[] {
  const found: { conversation: ConversationRow; because: Because }[] = [];
  const { asked } = waiting;
  const findOther = (slot: number) => {
    const conversation = rows.row(slot);
    const because = waiting.why(slot);
    return isSame(conversation.waitingBecause, because) ? null : { conversation, because };
  };
  for (const slot of asked) {
    const other = findOther(slot);
    if (other) found.push(other);
  }
  for (const one of linesOf(groups, whoCan)) {
    let left = reasonsLookedAt;
    one.waiting.visit((slot) => {
      const other = findOther(slot);
      if (other && !asked.has(slot)) found.push(other);
      return other === null || --left === 0;
    });
  }
  return found.length < 2
    ? found
    : found.sort((a, b) => (rows.isBefore(a.conversation.slot, b.conversation.slot) ? -1 : 1));
}

function linesOf(groups: ReadonlySet<string>, whoCan: WhoCan): Iterable<WorkClass> {
  return groups.size === 0 ? [] : new Set([...groups].flatMap((group) => whoCan.classesOf(group)));
}
