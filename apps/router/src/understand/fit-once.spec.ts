/** What was fitted to the very same is not fitted again; anything else is. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicyV1 } from '@trunkline/contracts';
import { defaultPolicy } from '@trunkline/rules';
import { fitOnce } from './fit-once.ts';

const folder = mkdtempSync(join(tmpdir(), 'trunkline-fitted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [topic] = defaultPolicy.taxonomy.topics as [PolicyV1['taxonomy']['topics'][number]];
const policy = { ...defaultPolicy, taxonomy: { ...defaultPolicy.taxonomy, topics: [topic] } };
const kept = () => readdirSync(folder);

test('the same again comes from the folder, to the byte; a lesson more is fitted anew; a damaged one too', async () => {
  const first = await fitOnce({ policy, lessons: [] }, folder);
  expect(kept()).toHaveLength(1);
  const again = await fitOnce({ policy, lessons: [] }, folder);
  expect(again.fitMs).toBe(first.fitMs); // two fits never take the same time to the millisecond and have the same file
  expect(Buffer.from(again.model)).toEqual(Buffer.from(first.model));

  const lesson = { text: 'how do I pair the lamp with my phone', label: topic.labels[0]!.code };
  await fitOnce({ policy, lessons: [lesson] }, folder);
  expect(kept()).toHaveLength(2);

  for (const file of kept()) writeFileSync(join(folder, file), 'not a classifier');
  const anew = await fitOnce({ policy, lessons: [] }, folder);
  expect(Buffer.from(anew.model)).toEqual(Buffer.from(first.model));
}, 60_000);
