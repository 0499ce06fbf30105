/** A held reply is shown whole, with the words that promise marked in place. */
import { Refused } from '../parts/refused.ts';
import { cutAtMarks, heldPromise } from './promise-marks.ts';

const text = 'Sorry. By Friday, or in two days.';

test('the words that promise are marked, and nothing is lost', () => {
  const held = heldPromise(new Refused('promise-not-allowed', 409, { marks: '7-16,21-32', instead: 'Soon.' }))!;
  const pieces = cutAtMarks(text, held.marks);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.flatMap((piece) => (piece.isMarked ? piece.text : []))).toEqual(['By Friday', 'in two days']);
  expect(held.instead).toBe('Soon.');
});

test('what was refused for anything else is no promise', () => {
  expect(heldPromise(new Refused('not-yours', 409))).toBeNull();
  expect(heldPromise(new Error('broken'))).toBeNull();
});

test('marks that say nothing mark nothing', () =>
  expect(cutAtMarks(text, heldPromise(new Refused('promise-not-allowed', 409, { marks: '' }))!.marks)).toEqual([
    { text, isMarked: false, from: 0 },
  ]));
