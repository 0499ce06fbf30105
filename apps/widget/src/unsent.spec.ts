/** Words are kept until the tick, per person, and over what a browser does to its storage. */
import { memoryOf } from './memory.ts';
import { forgetUnsent, keepUnsent, readUnsent } from './unsent.ts';
import { whoIsIt } from './who-is-it.ts';

function storage(entries = new Map<string, string>()): Storage {
  return {
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, value: string) => void entries.set(name, value),
    removeItem: (name: string) => void entries.delete(name),
  } as Storage;
}
const line = (txnId: string) => ({ txnId, text: `words of ${txnId}`, at: '2026-11-22T09:00:00.000Z' });

test('two tabs keep their words together, and each takes away only what was confirmed', () => {
  const disk = storage();
  const [one, other] = [memoryOf('shop', () => disk), memoryOf('shop', () => disk)];
  keepUnsent(one, 'visitor', line('a'));
  keepUnsent(other, 'visitor', line('b'));
  forgetUnsent(one, 'visitor', 'a');
  expect(readUnsent(other, 'visitor')).toEqual([line('b')]);
});

test('who signs in does not send what another person of this browser wrote', () => {
  const memory = memoryOf('shop', () => storage());
  keepUnsent(memory, 'sub:7', line('a'));
  expect(readUnsent(memory, 'visitor')).toEqual([]);
});

test('a browser that forbids storage still keeps the words for this page', () => {
  const memory = memoryOf('shop', () => {
    throw new Error('forbidden');
  });
  keepUnsent(memory, 'visitor', line('a'));
  expect(readUnsent(memory, 'visitor')).toEqual([line('a')]);
});

test('rubbish in the storage is nobody’s words', () => {
  const memory = memoryOf('shop', () => storage(new Map([['trunkline.shop.unsent.visitor', '[1,{"text":5}']])));
  expect(readUnsent(memory, 'visitor')).toEqual([]);
});

test.each([
  ['a token’s subject, in any script', `x.${Buffer.from('{"sub":"客户7"}').toString('base64url')}.y`, 'sub:客户7'],
  ['no token', undefined, 'visitor'],
  ['rubbish', 'a.b.c', 'visitor'],
])('words belong to %s', (_title, jwt, whose) => expect(whoIsIt(jwt)).toBe(whose));
