/** A chain of Nest services with the stock Kafka transport: one call, one commit a message, and no outbox. */
import pg from 'pg';
import { openChain } from '../open-chain.mjs';
import { tables } from './tables.mjs';

export async function openStockChain({ agents }) {
  const chain = await openChain('stock', {
    stages: ['door', 'intake', 'desk'],
    topics: ['inbound', 'conversations'],
    agents,
    fill: async (connectionString) => {
      const client = new pg.Client({ connectionString });
      await client.connect();
      await client.query(tables);
      await client.end();
    },
  });
  // nobody is offered anything there
  return { ...chain, burst: (words, meter) => chain.burst(words, meter, false) };
}
