/** L3: within a conversation one sender's messages stand in the order in which they were sent. */
import type { Evidence } from '../evidence.ts';

export function keepOrder({ sent, shown }: Evidence): string[] {
  const byMark = new Map(sent.map((item) => [item.mark, item]));
  const broken: string[] = [];
  const last = new Map<string, { at: string; mark: string }>();
  const ordered = [...shown].sort((a, b) => a.conversationId.localeCompare(b.conversationId) || a.place - b.place);
  for (const message of ordered) {
    const mark = message.text.match(/#[\w-]+#/)?.[0];
    const item = mark === undefined ? undefined : byMark.get(mark);
    if (message.from !== 'customer' || !item) continue;
    const key = `${message.conversationId} ${item.sender}`;
    const before = last.get(key);
    if (before && before.at > item.at)
      broken.push(`${item.mark} stands after ${before.mark} though it was sent before it`);
    last.set(key, item);
  }
  return broken;
}
