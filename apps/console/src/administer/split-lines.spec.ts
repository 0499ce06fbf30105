/** Many examples are pasted at once. */
import { splitLines } from './split-lines.ts';

test('lines become examples, without bullets, numbers and quotes', () =>
  expect(splitLines('- Where is it?\n2) 到哪了\n“When does it come?”\n\n  1、几时到  ', []).fresh).toEqual([
    'Where is it?',
    '到哪了',
    'When does it come?',
    '几时到',
  ]));

test('what is there already, or twice in the paste, is counted and left out', () =>
  expect(splitLines('where is  IT?\nnew\nnew', ['Where is it?'])).toEqual({
    fresh: ['new'],
    duplicates: ['where is  IT?', 'new'],
  }));

test('a text that begins with a figure of its own stays whole', () =>
  expect(splitLines('3 parcels are missing\n2.5 kg too light', []).fresh).toEqual([
    '3 parcels are missing',
    '2.5 kg too light',
  ]));
