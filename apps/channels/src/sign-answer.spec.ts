/** Tokens of answer pages: ours alone, by the older key too. */
import { newId } from '@trunkline/contracts';
import { openAnswer, signAnswer } from './sign-answer.ts';

const [older, newer] = [
  { kid: 'a', bytes: new Uint8Array(32) },
  { kid: 'b', bytes: new Uint8Array(32).fill(1) },
];

test('a token names the word that asked, under each key that is still valid', () => {
  const id = newId();
  const token = signAnswer(id, [older]);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(openAnswer(token, [newer, older])).toBe(id);
  expect(openAnswer(token, [newer])).toBeNull();
});

test('a token with any letter changed, cut or added names nothing', () => {
  const token = signAnswer(newId(), [older]);
  for (let at = 0; at < token.length; at += 1) {
    const changed = `${token.slice(0, at)}${token[at] === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`;
    expect(openAnswer(changed, [older])).toBeNull();
  }
  for (const other of ['', token.slice(1), `${token}a`, `${token}=`, '../../etc/passwd', '\0']) {
    expect(openAnswer(other, [older])).toBeNull();
  }
});
