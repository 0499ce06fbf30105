/** The words of a delay notice, in both languages. */
import { defaultPolicy } from '../policy/default-policy.ts';
import { demoPolicy } from '../policy/demo-policy.ts';
import { type DelayToWord, wordDelay } from './word-delay.ts';

const delay: DelayToWord = {
  queue: 'service',
  standard: 'mail',
  language: 'en',
  subject: null,
  newTime: '2026-11-24T02:15:00.000Z',
  nth: 1,
  now: '2026-11-23T09:00:00.000Z',
};
const policy = { ...demoPolicy, time: { ...demoPolicy.time, channelCalendars: { mail: 'office-cn' } } };

test('the new time stands in it, in the hours’ zone and the customer’s language', () => {
  expect(wordDelay(delay, policy)).toContain('Tuesday 24 November, 10:15 (GMT+8)');
  expect(wordDelay({ ...delay, language: 'zh' }, policy)).toContain('11月24日星期二 10:15（GMT+8）');
});

test('a language the desk does not speak is answered in the desk’s own', () => {
  const own = wordDelay({ ...delay, language: policy.desk.defaultLanguage }, policy);
  expect(wordDelay({ ...delay, language: 'de' }, policy)).toBe(own);
});

test('four notices, four wordings, no hole left, nothing said of a time where none may be promised', () => {
  for (const language of ['en', 'zh']) {
    const cases = [1, 2].flatMap((nth) =>
      [delay.newTime, null].map((newTime) => ({ ...delay, language, nth, newTime })),
    );
    const said = cases.map((one) => wordDelay(one, defaultPolicy));
    expect(new Set(said).size).toBe(4);
    for (const [at, text] of said.entries()) {
      expect(text).not.toMatch(/[{}]|“”/);
      expect(/\d/.test(text)).toBe(cases[at]!.newTime !== null);
    }
  }
});

test('V2 the texts that ship hold nothing a stranger wrote', () => {
  const text = wordDelay({ ...delay, subject: 'Buy cheap pills' }, defaultPolicy);
  expect(text).not.toContain('pills');
});

test('an older policy’s text with {until} is filled too, and one without the newer texts has those that ship', () => {
  const { 'delay-notice-without-time': _none, ...texts } = policy.texts;
  const older = { ...policy, texts: { ...texts, 'delay-notice': { en: 'By {until}.', zh: '{until}前' } } };
  expect(wordDelay(delay, older)).toBe('By Tuesday 24 November, 10:15 (GMT+8).');
  expect(wordDelay({ ...delay, newTime: null }, older)).toBe(wordDelay({ ...delay, newTime: null }, policy));
});

test('an empty text is switched off', () => {
  const silent = { ...policy, texts: { ...policy.texts, 'delay-notice': { en: '', zh: '' } } };
  expect(wordDelay(delay, silent)).toBe('');
});
