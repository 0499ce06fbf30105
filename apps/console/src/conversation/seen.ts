/** Until when this person had read each conversation; one line a conversation, the oldest forgotten. */
const key = 'trunkline:seen';
const most = 300;

function readAll(): [string, string][] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as [string, string][];
  } catch {
    return [];
  }
}

export const seenUntil = (conversationId: string): string | null =>
  readAll().find(([id]) => id === conversationId)?.[1] ?? null;

export function noteSeen(conversationId: string, at: string): void {
  const others = readAll().filter(([id]) => id !== conversationId);
  try {
    localStorage.setItem(key, JSON.stringify([...others.slice(1 - most), [conversationId, at]]));
  } catch {
    // without storage nothing is called new: better than everything
  }
}
