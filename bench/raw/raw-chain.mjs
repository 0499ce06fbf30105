/** The same hops and rows without logic: said, stored, passed on, stored again, passed on, heard. */
import { openChain } from '../open-chain.mjs';
import { sayAllAtOnce, sayAtPace, until } from '../say-at-pace.mjs';
import { tables } from './tables.mjs';

export async function openRawChain() {
  const chain = await openChain('raw', { stages: ['door', 'intake', 'desk'], tables });
  const arrived = new Map();
  chain.onHeard = ({ what, mark, visitor }, at) => arrived.set(`${what} ${what === 'stored' ? mark : visitor}`, at);
  const say = (word) => chain.say(word);

  async function collect(said) {
    const keys = said.map(({ mark }) => `stored ${mark}`);
    const offers = said.filter(({ opens }) => opens).map(({ visitor }) => `offered ${visitor}`);
    const missing = () => [...keys, ...offers].some((key) => !arrived.has(key));
    await until(() => !missing(), { what: 'all words at the end of the raw chain' });
    return said.map((one) => ({
      ...one,
      shownAt: arrived.get(`stored ${one.mark}`),
      offeredAt: one.opens ? arrived.get(`offered ${one.visitor}`) : undefined,
    }));
  }

  return {
    pids: chain.pids,
    close: () => chain.close(),
    paced: async (words, pace) => collect(await sayAtPace(words, { ...pace, say })),
    burst: async (words, meter) => {
      meter();
      const said = await collect(await sayAllAtOnce(words, { say }));
      meter();
      return said;
    },
  };
}
