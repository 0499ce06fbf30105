/** Which of the outbox's shards a key belongs to: a constant, for rows of one key must leave in their order. */

export const shardCount = 4;

/** FNV-1a over UTF-16 units, folded. Never change it while rows wait. */
export function shardOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 16)) >>> 0) % shardCount;
}
