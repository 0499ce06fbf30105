/** Who guesses passwords is slowed down, and more each time. */
import { Refusal } from '@trunkline/platform';
import { CountTries } from './count-tries.ts';

const secondsToWait = (tries: CountTries, now: number): number => {
  try {
    tries.begin('127.0.0.1 ann@desk.test', now);
    return 0;
  } catch (error) {
    return (error as Refusal).values.seconds as number;
  }
};

test('V19 five tries a minute pass, the sixth waits a minute, the next lock two', () => {
  const tries = new CountTries();
  const first = Array.from({ length: 6 }, () => secondsToWait(tries, 1_000));
  expect(first).toEqual([0, 0, 0, 0, 0, 60]);
  expect(secondsToWait(tries, 60_999)).toBe(1);
  const again = Array.from({ length: 6 }, () => secondsToWait(tries, 61_000));
  expect(again).toEqual([0, 0, 0, 0, 0, 120]);
});

test('V19 a lock grows to an hour and four minutes and no further', () => {
  const tries = new CountTries();
  let now = 0;
  const locks = Array.from({ length: 9 }, () => {
    const [seconds] = Array.from({ length: 6 }, () => secondsToWait(tries, now)).slice(-1);
    now += (seconds as number) * 1000;
    return seconds;
  });
  expect(locks).toEqual([60, 120, 240, 480, 960, 1920, 3840, 3840, 3840]);
});

test('who signs in begins anew, and another account is not held up', () => {
  const tries = new CountTries();
  for (let n = 0; n < 5; n += 1) secondsToWait(tries, 0);
  expect(() => tries.begin('127.0.0.1 bob@desk.test', 0)).not.toThrow();
  tries.passed('127.0.0.1 ann@desk.test');
  expect(secondsToWait(tries, 0)).toBe(0);
});

test('tries that lie more than a minute apart are not added up', () => {
  const tries = new CountTries();
  expect(Array.from({ length: 12 }, (_, n) => secondsToWait(tries, n * 61_000))).toEqual(Array(12).fill(0));
});

test('the refusal is `too-many`, 429', () => {
  const tries = new CountTries();
  for (let n = 0; n < 5; n += 1) secondsToWait(tries, 0);
  expect(() => tries.begin('127.0.0.1 ann@desk.test', 0)).toThrow(Refusal);
  expect(() => tries.begin('127.0.0.1 ann@desk.test', 0)).toThrow('too-many');
});
