/** Which of a timeline is shown, and what there is to choose from: by channel and by what it was. */
import type { TimelineItem } from '@trunkline/contracts';

export type Chosen = { channel: string; what: '' | TimelineItem['what'] };
export const everything: Chosen = { channel: '', what: '' };

export const isShown = ({ channel, what }: Chosen, item: TimelineItem): boolean =>
  (channel === '' || item.channel === channel) && (what === '' || item.what === what);

export function choicesOf(items: TimelineItem[]): { channels: string[]; whats: TimelineItem['what'][] } {
  return {
    channels: [...new Set(items.map((item) => item.channel))].sort(),
    whats: (['message', 'call', 'ticket', 'event'] as const).filter((what) => items.some((item) => item.what === what)),
  };
}

/** A new conversation begins here, reading from the newest down: its head is shown above it. */
export const beginsRun = (items: TimelineItem[], index: number): boolean =>
  index === 0 || items[index - 1]?.conversationId !== items[index]?.conversationId;
