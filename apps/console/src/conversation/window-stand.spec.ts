/** What a reply window lets one do at a given moment. */
import { windowStand } from './window-stand.ts';

const noon = Date.parse('2026-11-23T12:00:00.000Z');
const until = (hours: number) => new Date(noon + hours * 3_600_000).toISOString();

test('a channel without a window says nothing', () => {
  expect(windowStand(undefined, noon)).toEqual({ kind: 'none' });
  expect(windowStand(null, noon)).toEqual({ kind: 'none' });
});

test.each([
  [20, 'open'],
  [1.5, 'soon'],
  [0, 'over'],
  [-3, 'over'],
])('%d hours before its end it is %s', (hours, kind) => {
  expect(windowStand({ until: until(hours), isOpen: true, afterwards: 'templates' }, noon).kind).toBe(kind);
});

test('the screen closes it by its own clock, before the next fetch says so', () => {
  expect(windowStand({ until: until(-0.01), isOpen: true, afterwards: 'nothing' }, noon)).toEqual({
    kind: 'over',
    hasWritten: true,
    afterwards: 'nothing',
  });
});

test('a customer who has never written cannot be written to', () => {
  expect(windowStand({ until: null, isOpen: false, afterwards: 'templates' }, noon)).toEqual({
    kind: 'over',
    hasWritten: false,
    afterwards: 'templates',
  });
});
