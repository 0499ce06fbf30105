/** Takes those who wait out of their classes and puts them into new ones, because what is asked for is another now. */
import type { ConversationRows } from './conversation-rows.ts';
import type { Waiting } from './waiting.ts';
import type { WhoCan } from './who-can.ts';

type Parts = { rows: ConversationRows; waiting: Waiting; whoCan: WhoCan };

/** `queue`: of this one alone. `change` is called while nobody stands in any, `each` before one is put back. */
export function makeAnew(
  { rows, waiting, whoCan }: Parts,
  of: { queue?: string; change?: () => void; each?: (slot: number) => void },
): void {
  const slots: number[] = [];
  for (let slot = 0; slot < rows.ids.length; slot++) {
    const waits = rows.state[slot] === 0;
    if (waits && (of.queue === undefined || rows.workAt(slot).queue === of.queue)) slots.push(slot);
  }
  for (const slot of slots) waiting.remove(slot);
  if (of.queue === undefined) whoCan.clear();
  waiting.forgetClasses(of.queue);
  of.change?.();
  for (const slot of slots) {
    of.each?.(slot);
    waiting.add(slot);
  }
}

/** After many classes were made that nobody waits in any more. Nobody is looked at because of it. */
export function makeRoom(parts: Parts): void {
  const asked = [...parts.waiting.asked];
  makeAnew(parts, {});
  parts.waiting.asked.clear();
  for (const slot of asked) parts.waiting.asked.add(slot);
}
