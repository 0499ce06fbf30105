/** Who has another reason for waiting than they were told: who was looked at, and who stands in front where people changed. */
import type { ConversationRows } from './conversation-rows.ts';
import type { ToSay } from './desk.ts';
import { isSame } from './same-because.ts';
import type { Waiting } from './waiting.ts';
import type { WhoCan } from './who-can.ts';

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
  const found = new Map<number, ToSay>();
  const isOther = (slot: number) => {
    const conversation = rows.row(slot);
    const because = waiting.why(slot);
    if (isSame(conversation.waitingBecause, because)) return false;
    found.set(slot, { conversation, because });
    return true;
  };
  for (const slot of waiting.asked) isOther(slot);
  for (const group of groups) {
    for (const one of whoCan.classesOf(group)) {
      let left = reasonsLookedAt;
      one.waiting.visit((slot) => !isOther(slot) || --left === 0);
    }
  }
  if (found.size < 2) return [...found.values()];
  const slots = [...found.keys()].sort((a, b) => (rows.isBefore(a, b) ? -1 : 1));
  return slots.map((slot) => found.get(slot)!);
}
