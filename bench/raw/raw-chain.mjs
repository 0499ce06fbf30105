/** The same hops and rows without logic: the house's own tables, copies of rows it wrote, the same sockets and records. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openChain } from '../open-chain.mjs';
import { sampleRows } from './sample-rows.mjs';

/** `house`: where the house keeps its rows; it must have taken a word of a visitor already. */
export async function openRawChain({ house, agents }) {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-bench-'));
  const file = join(folder, 'rows.json');
  const client = new pg.Client({ connectionString: house });
  await client.connect();
  writeFileSync(file, JSON.stringify(await sampleRows(client)));
  await client.end();
  const chain = await openChain('raw', {
    stages: ['door', 'intake', 'clocks', 'desk'],
    topics: ['inbound', 'conversations', 'deadlines'],
    agents,
    fill: migrateAll,
    env: { BENCH_ROWS: file },
  });
  rmSync(folder, { recursive: true });
  return chain;
}

/** The roles stand already, for the house has made them. */
async function migrateAll(ownerUrl) {
  const { migrateService } = await import('../../libs/platform/dist/postgres/migrate.js');
  for (const service of ['channels', 'router', 'sla']) {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query(`CREATE SCHEMA ${service}`);
    await client.end();
    const { migrations } = await import(`../../apps/${service}/dist/migrations/index.js`);
    await migrateService({ ownerUrl, service, migrations });
  }
}
