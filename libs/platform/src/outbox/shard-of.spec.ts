/** Shards: constant for ever, and even enough. */
import { shardCount, shardOf } from './shard-of.ts';

test.each([
  ['', 1],
  ['one', 0],
  ['email:support:anna@customer.test', 2],
  ['退款', 1],
])('the key "%s" keeps its shard over releases', (key, shard) => {
  expect(shardOf(key)).toBe(shard);
});

test('keys spread over all shards', () => {
  const counts = Array<number>(shardCount).fill(0);
  for (let at = 0; at < 10_000; at += 1)
    counts[shardOf(`0197a${at}-conversation`)] = (counts[shardOf(`0197a${at}-conversation`)] ?? 0) + 1;
  expect(Math.min(...counts)).toBeGreaterThan(2_000);
});
