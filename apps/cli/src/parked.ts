/** `trunkline parked`: what was put aside and why, and the way back in. */
import type { ParkedRow } from '@trunkline/contracts';
import { askGateway } from './ask-gateway.ts';
import { readSettings } from './read-settings.ts';
import { say } from './say.ts';
import type { Asked, ExitCode } from './verb.ts';

export const parked = { list, retry };

async function list(asked: Asked): Promise<ExitCode> {
  type Rows = { items: ParkedRow[]; count: number; missing?: string[] };
  const { items, count, missing = [] } = await askGateway<Rows>(readSettings(asked), { path: '/v1/parked' });
  for (const row of items) await say(asked.values.json ? JSON.stringify(row) : inWords(row));
  if (!asked.values.json) await say(sayCount(count, items.length));
  if (missing.length === 0) return 0;
  process.stderr.write(`not heard of: ${missing.join(', ')}\n`); // an empty list would be half the truth
  return 1;
}

async function retry(asked: Asked): Promise<ExitCode> {
  const path = `/v1/parked/${encodeURIComponent(asked.words[0] as string)}/retry`;
  const row = await askGateway<ParkedRow>(readSettings(asked), { method: 'POST', path, body: {} });
  await say(asked.values.json ? JSON.stringify(row) : inWords(row));
  return row.takenInAt === null ? 1 : 0;
}

function sayCount(count: number, shown: number): string {
  if (count === 0) return 'nothing is parked';
  return shown < count ? `${count} parked, ${shown} of them shown` : `${count} parked`;
}

function inWords({ id, because, parkedAt, takenInAt, detail }: ParkedRow): string {
  const fate = takenInAt === null ? `parked ${parkedAt}` : `taken in again ${takenInAt}`;
  return [id, fate, because.code, detail.split('\n')[0]].filter(Boolean).join('  ');
}
