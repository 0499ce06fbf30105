/** A problem of the document leads to its line. */
import { findPlace } from './find-place.ts';
import { readJson } from './read-json.ts';

const text = JSON.stringify(
  {
    a: { queue: 1 },
    queues: [
      { code: 'x', widensTo: ['{', { deep: '"]' }] },
      { code: 'mail', widensTo: null },
    ],
    last: 2,
  },
  null,
  2,
);
const lineAt = (path: string) => text.slice(findPlace(text, path)).split('\n')[0]?.trim();

test.each([
  ['queues[1].widensTo', '"widensTo": null'],
  ['queues[mail].widensTo', '"widensTo": null'],
  ['queues[0].widensTo[1].deep', '"deep": "\\"]"'],
  ['queues[1]', '{'],
  ['last', '"last": 2'],
  ['a.queue', '"queue": 1'],
  ['a.nothing.there', '"a": {'],
  ['', '{'],
])('%s stands at %s', (path, line) => expect(lineAt(path)).toBe(line));

test('where it stops to be JSON is told by line and column', () => {
  expect(readJson('{"a": 1}')).toEqual({ ok: true, value: { a: 1 } });
  expect(readJson('{\n  "a": ,\n}')).toMatchObject({ ok: false, line: 2 });
  expect(readJson('{"a": 1')).toMatchObject({ ok: false, line: 1 });
});
