/** Where the choices of a question stand on a channel without buttons. */
import type { Word } from './channel.ts';
import { listChoices } from './list-choices.ts';

const choices = [
  { code: 'yes', label: 'Yes, please' },
  { code: 'no', label: 'No, stay here' },
];
const asking = { text: 'May I transfer you? \n', choices } as Word;

test('they stand below the words, one line', () => {
  expect(listChoices({}, asking)).toEqual({
    ...asking,
    text: 'May I transfer you?\n\nYes, please / No, stay here',
  });
});

test('where they are pressed the words stay as they are, and so do words without choices', () => {
  expect(listChoices({ quickReplies: true }, asking)).toBe(asking);
  const plain = { text: 'Good day.' } as Word;
  expect(listChoices({}, plain)).toEqual(plain);
  const none = { ...plain, choices: [] };
  expect(listChoices({}, none)).toEqual(none);
});
