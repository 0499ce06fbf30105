/** L4: at most one has a conversation, offered or accepted, at every instant. */
import type { Evidence } from '../evidence.ts';

export function oneAssignee({ spans }: Evidence): string[] {
  const byConversation = group(spans);
  return [...byConversation].flatMap(([id, all]) => {
    const ordered = [...all].sort((a, b) => a.from.localeCompare(b.from));
    return ordered.flatMap((span, at) => {
      const before = ordered[at - 1];
      const overlaps = before !== undefined && (before.to === null || before.to > span.from);
      return overlaps ? [`${id} was with ${before.agentId} and ${span.agentId} at ${span.from}`] : [];
    });
  });
}

function group(spans: Evidence['spans']): Map<string, Evidence['spans']> {
  const groups = new Map<string, Evidence['spans']>();
  for (const span of spans) groups.set(span.conversationId, [...(groups.get(span.conversationId) ?? []), span]);
  return groups;
}
