/** A chain of Nest services with the stock Kafka transport: one call, one commit a message, and no outbox. */
import { openChain } from '../open-chain.mjs';
import { sayAllAtOnce, until } from '../say-at-pace.mjs';
import { tables } from './tables.mjs';

export async function openStockChain() {
  const chain = await openChain('stock', { stages: ['door', 'intake', 'desk'], tables });
  const arrived = new Map();
  chain.onHeard = ({ mark }, at) => arrived.set(mark, at);
  return {
    pids: chain.pids,
    close: () => chain.close(),
    burst: async (words, meter) => {
      meter();
      const said = await sayAllAtOnce(words, { say: (word) => chain.say(word) });
      const isHere = () => said.every(({ mark }) => arrived.has(mark));
      await until(isHere, { what: 'all words at the end of the stock chain', withinMs: 60_000 });
      meter();
      return said.map((one) => ({ ...one, shownAt: arrived.get(one.mark) }));
    },
  };
}
