/** What somebody has begun to write, kept on every key: a crash, a reload or a lost line takes nothing. */
export type Ground = 'reply' | 'note';
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (conversationId: string, ground: Ground) => `trunkline:draft:${conversationId}:${ground}`;

export function makeDrafts(store: Store) {
  const read = (conversationId: string, ground: Ground) => store.getItem(keyOf(conversationId, ground)) ?? '';
  const keep = (conversationId: string, ground: Ground, text: string) => {
    if (text.trim() === '') store.removeItem(keyOf(conversationId, ground));
    else store.setItem(keyOf(conversationId, ground), text);
  };
  /** What was not sent after all stands before what has been written since. */
  const giveBack = (conversationId: string, ground: Ground, text: string) => {
    const since = read(conversationId, ground);
    keep(conversationId, ground, since ? `${text}\n\n${since}` : text);
  };
  return { read, keep, giveBack };
}

export type Drafts = ReturnType<typeof makeDrafts>;
