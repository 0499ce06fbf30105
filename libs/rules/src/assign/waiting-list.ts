/** Who waits in one queue, soonest first: by order key, then by who came first. */
import type { RememberedConversation } from './remembered.ts';

export function comesFirst(a: RememberedConversation, b: RememberedConversation): number {
  return a.orderKeyParts.orderKey - b.orderKeyParts.orderKey || a.arrival - b.arrival;
}

export class WaitingList {
  readonly rows: RememberedConversation[] = [];

  add(conversation: RememberedConversation): void {
    this.rows.splice(this.placeOf(conversation), 0, conversation);
  }

  /** Its key must be the one it was added with. */
  remove(conversation: RememberedConversation): void {
    const place = this.placeOf(conversation);
    if (this.rows[place] === conversation) this.rows.splice(place, 1);
  }

  /** How many stand before it. */
  placeOf(conversation: RememberedConversation): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (comesFirst(this.rows[middle]!, conversation) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
