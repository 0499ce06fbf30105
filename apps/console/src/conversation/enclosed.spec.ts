/** What goes with a reply beside its words. */
import { choiceOf, isGoing, makeEnclosed, type PutUp } from './enclosed.ts';

const attachment = { sha256: 'a'.repeat(64), name: 'bill.pdf', type: 'application/pdf', bytes: 10 };
const going: PutUp = { key: 'k', name: 'bill.pdf', type: 'application/pdf', bytes: 10, share: 0, state: 'going' };

test('a file that still goes up holds the reply back, one that is there goes with it', () => {
  const enclosed = makeEnclosed();
  enclosed.add('c', going);
  expect(isGoing(enclosed.read('c'))).toBe(true);
  enclosed.change('c', 'k', { state: 'there', share: 1, attachment });
  expect(isGoing(enclosed.read('c'))).toBe(false);
  expect(enclosed.take('c').attachments).toEqual([attachment]);
  expect(enclosed.read('c').files).toEqual([]);
});

test('a refused file is not sent, and may be taken away', () => {
  const enclosed = makeEnclosed();
  enclosed.add('c', { ...going, state: 'refused' });
  expect(enclosed.read('c').files).toHaveLength(1);
  enclosed.remove('c', 'k');
  expect(enclosed.take('c').attachments).toEqual([]);
});

test('an undone reply gives its files and quick replies back to its own conversation', () => {
  const enclosed = makeEnclosed();
  enclosed.giveBack('c', { attachments: [attachment], choices: [choiceOf('Yes', 0)] });
  expect(enclosed.read('c').files.map(({ name, state }) => [name, state])).toEqual([['bill.pdf', 'there']]);
  expect(enclosed.read('c').choices).toEqual([{ code: 'choice-1', label: 'Yes' }]);
  expect(enclosed.read('other').files).toEqual([]);
});

test('empty quick replies stay behind', () => {
  const enclosed = makeEnclosed();
  enclosed.choose('c', [choiceOf('Yes', 0), choiceOf('  ', 1)]);
  expect(enclosed.take('c').choices).toEqual([{ code: 'choice-1', label: 'Yes' }]);
});
