/** A22: no time is promised of a complaint about an event, but the one that was released. */
import type { Kind } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { judgeReply } from './judge-reply.ts';
import { wordEarlier, wordFirstContact, wordNoTime, wordPromise } from './word-complaint.ts';

const judge = (text: string, kinds: Kind[], released = '') => judgeReply({ text, kinds, released }, defaultPolicy);
const told = {
  number: 'T-1042',
  until: '2026-11-27T07:00:00.000Z',
  now: '2026-11-23T10:00:00.000Z',
  tz: 'Asia/Shanghai',
};

test('A22 a reply that promises a time is held with its words in place, in both languages and scripts', () => {
  const text = 'I am sorry. We will get back to you by tomorrow.';
  const held = judge(text, ['complaint-event']);
  expect(held).toMatchObject({ kind: 'held', because: 'promise-not-allowed' });
  const { promises } = held as Extract<typeof held, { kind: 'held' }>;
  expect(promises.map(({ from, to }) => text.slice(from, to))).toEqual(promises.map(({ words }) => words));
  for (const words of ['我们三天内给您答复。', '我們三天內給您答覆。'])
    expect(judge(words, ['complaint-event']).kind).toBe('held');
});

test.each<[string, string, Kind[], string]>([
  ['of an inquiry a time may be named', 'We answer by tomorrow.', ['inquiry'], 'goes'],
  ['of an employee the two days are fixed', 'You hear from us in two working days.', ['complaint-employee'], 'goes'],
  ['both at once: none', 'You hear from us in two working days.', ['complaint-employee', 'complaint-event'], 'held'],
  ['as soon as possible is no time', 'We answer as soon as possible.', ['complaint-event'], 'goes'],
])('A22 %s', (_sentence, text, kinds, kind) => expect(judge(text, kinds).kind).toBe(kind));

test.each(['en', 'zh'])('A22 what was released may be said again, and no other time (%s)', (language) => {
  const released = wordPromise({ ...told, language }, defaultPolicy);
  expect(judge(released, ['complaint-event']).kind).toBe('held');
  expect(judge(released, ['complaint-event'], released).kind).toBe('goes');
  const other = language === 'en' ? 'We answer by tomorrow.' : '我们明天给您答复。';
  expect(judge(other, ['complaint-event'], released).kind).toBe('held');
});

test.each(['en', 'zh'])('A22 what is offered to be said promises no time itself (%s)', (language) => {
  const open = { number: 'T-1', standing: 'open', result: null } as const;
  const texts = [
    wordNoTime(language, defaultPolicy),
    wordEarlier(open, language, defaultPolicy),
    wordEarlier({ ...open, standing: 'result', result: 'It was sent anew.' }, language, defaultPolicy),
    wordFirstContact({ content: '包裹破损 broken parcel', number: 'T-1', language }, defaultPolicy),
  ];
  for (const text of texts) {
    expect(text).not.toBe('');
    expect([text, judge(text, ['complaint-event']).kind]).toEqual([text, 'goes']);
  }
});
