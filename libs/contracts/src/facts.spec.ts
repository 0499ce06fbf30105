/** Golden examples: one of each fact, as it was first published, must be read for ever. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type FactType, parseFact, topicOfFact } from './fact.ts';
import { facts } from './facts.ts';
import { newId } from './ids.ts';
import { reasons, sayReason } from './reasons.ts';
import { topics } from './topics.ts';

const folder = new URL('../examples/', import.meta.url);
const types = Object.keys(facts) as FactType[];

test.each(types)('%s has a golden example that its contract reads unchanged', (type) => {
  const file = new URL(`${type.replace('.', '-')}.v1.json`, folder);
  expect(existsSync(file)).toBe(true);
  const example = JSON.parse(readFileSync(file, 'utf8'));
  expect(parseFact(type, example)).toEqual({ ok: true, data: example });
});

test('no example is left over from a fact that is gone', () => {
  const known = types.map((type) => `${type.replace('.', '-')}.v1.json`);
  expect(readdirSync(folder).filter((name) => !known.includes(name))).toEqual([]);
});

test('each fact travels on exactly one topic', () => {
  const carried = Object.values(topics).flatMap((topic) => [...topic.facts] as string[]);
  expect([...carried].sort()).toEqual([...types].sort());
  for (const type of types) expect(topics[topicOfFact(type)].facts as readonly string[]).toContain(type);
});

test('an unknown kind of record and a broken one are told apart', () => {
  expect(parseFact('conversation.danced', {})).toMatchObject({ ok: false, because: 'unknown-fact' });
  expect(parseFact('conversation.closed', { version: 'one' })).toMatchObject({ ok: false, because: 'breaks-contract' });
});

test('ids of one process rise, also within a millisecond', () => {
  const ids = Array.from({ length: 10_000 }, () => newId());
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(Object.entries(reasons))('%s has its sentence in both languages with the same holes', (code, reason) => {
  const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  expect(holes(reason.zh)).toEqual(holes(reason.en));
  expect(sayReason(code, 'zh')).toMatch(/\p{Script=Han}/u);
});
