/** Writes down how routing stands: read from Postgres in one view of it, so that the dispatcher need not stop for it. */
import { createGzip } from 'node:zlib';
import type { Postgres, Tx } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { type Memory, readMark, readMemory, type SnapshotRow } from './routing-log.store.ts';

/** Compressed while it is read: the memory of a hundred thousand conversations is never all here. */
export function takeSnapshot(postgres: Postgres): Promise<SnapshotRow> {
  return postgres.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { step, at, policyVersion, policy } = await readMark(tx);
    const body = await compress(writeDown(tx, policy ?? JSON.stringify(defaultPolicy)));
    return { step, at, policyVersion: policyVersion ?? defaultPolicy.version, body };
  });
}

async function* writeDown(tx: Tx, policy: string): AsyncGenerator<string> {
  yield `{"policy":${policy},"agents":[`;
  yield* bodiesOf(tx, 'remembered_agent');
  yield '],"conversations":[';
  yield* bodiesOf(tx, 'remembered_conversation');
  yield ']}';
}

async function* bodiesOf(tx: Tx, memory: Memory): AsyncGenerator<string> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (let isFirst = true; ; isFirst = false) {
    const rows = await readMemory(tx, memory, after);
    if (rows.length === 0) return;
    yield `${isFirst ? '' : ','}${rows.map((row) => row.body).join(',')}`;
    after = rows.at(-1)!.id;
  }
}

async function compress(parts: AsyncIterable<string>): Promise<Buffer> {
  const gzip = createGzip();
  const chunks: Buffer[] = [];
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => gzip.on('end', resolve).on('error', reject));
  for await (const part of parts) if (!gzip.write(part)) await new Promise((next) => gzip.once('drain', next));
  gzip.end();
  await ended;
  return Buffer.concat(chunks);
}
