/** What customers say to a question, in both scripts and in English, and what only looks like an answer. */
import { type AskedQuestion, readAnswer } from './read-answer.ts';

type Line = readonly [AskedQuestion, 'yes' | 'no' | 'other', readonly string[]];
const lines: readonly Line[] = [
  [
    'consent',
    'yes',
    [
      '好的',
      '可以',
      '可以的，谢谢',
      '行',
      '行吧',
      '嗯嗯',
      '没问题',
      '沒問題',
      '转吧',
      '轉吧',
      '麻烦转接',
      '好的，我等',
      '当然可以',
      '是的',
      '同意',
      'OK',
      'ok, thanks',
      'Sure!',
      'Yes please',
      'yes, go ahead',
      'No problem',
      'of course',
      'Put me through, please',
      "I'll wait",
      'sounds good',
      'Okay, transfer me',
    ],
  ],
  [
    'consent',
    'no',
    [
      '不用',
      '不用了，谢谢',
      '不要转',
      '不要轉接',
      '我不想转',
      '别转了',
      '就你处理',
      '不同意',
      '算了',
      '好的，不用转了',
      '不行，我已经被转了三次',
      'No',
      'no thanks',
      'No, thank you',
      "I'd rather stay with you",
      "Please don't transfer me",
      'rather not',
      'no. You are the fourth person I talk to',
      'nope',
      'do not transfer me',
    ],
  ],
  [
    'consent',
    'other',
    [
      '为什么要转？',
      '转给谁？',
      '等一下',
      'who is that?',
      'Why?',
      'my order is 12345',
      '可以，但是要快一点，我赶时间',
      '你们怎么总是这样',
      'maybe',
      '你能解决吗',
      'no idea what you mean by that',
    ],
  ],
  [
    'anything-else',
    'no',
    [
      '没有了',
      '沒有了',
      '没了，谢谢',
      '没有',
      '不用了',
      '没有其他问题',
      '就这些',
      '没问题了',
      '好的，没有了',
      '暂时没有',
      'No',
      "No, that's all",
      "that's it, thanks",
      'nothing else',
      "I'm good",
      'all good, thank you',
      'no thanks',
      'nope',
      'ok thanks',
      '谢谢，没别的了',
      '好的谢谢',
      '没事了，谢谢',
      '先这样',
    ],
  ],
  [
    'anything-else',
    'yes',
    [
      '有',
      '还有',
      '還有一個問題',
      '有的',
      'yes',
      'Yes, one more thing',
      'another question',
      '还有个问题',
      '嗯，还有',
      '等等',
    ],
  ],
  [
    'anything-else',
    'other',
    [
      '另外我想改一下地址',
      'Where do I find my invoice?',
      '发票怎么开？',
      'my second parcel is missing too',
      '谢谢',
      'thanks',
      '还有我的退款呢',
    ],
  ],
  ['survey-offer', 'yes', ['可以', '好的', '愿意', '願意', '没问题', 'sure', 'yes', 'ok', 'Happy to', '来吧', '行']],
  [
    'survey-offer',
    'no',
    [
      '不用了',
      '不愿意',
      '没时间',
      '沒時間',
      '下次吧',
      'no',
      'No thanks',
      'not now',
      'maybe later',
      '算了',
      '不需要',
      '不评价',
    ],
  ],
  ['survey-offer', 'other', ['什么调查？', 'what for?', '我的问题还没解决', 'how long does it take?']],
  [
    'solved',
    'yes',
    [
      '解决了',
      '解決了',
      '已经解决了',
      '好了',
      '可以了，谢谢',
      '搞定了',
      '没问题了',
      'solved',
      'Solved, thanks!',
      "it's fixed",
      'it works now',
      'all good',
      'yes',
      'Yes, it is',
      '正常了',
      '能用了，多谢',
      '是的',
      '收到了',
      'that did it',
      'sorted, cheers',
    ],
  ],
  [
    'solved',
    'no',
    [
      '还是不行',
      '還是不行',
      '没解决',
      '沒有解決',
      '没有',
      '还没好',
      '不行',
      '还是不行，页面还是打不开',
      '没有，钱还没到账',
      'no',
      'Not solved',
      'still not working',
      "it still doesn't work",
      'no, same problem again',
      'not yet',
      '依然不行',
      '没用',
      "it isn't",
      'No. The page is still white',
    ],
  ],
  [
    'solved',
    'other',
    [
      '解决了吗？',
      '我再试试',
      "I'll try it tonight",
      '谢谢',
      'who are you?',
      '另一个问题：发票怎么开',
      'is it solved?',
      '解决了一半，另一半还不行',
      '好像解决了',
    ],
  ],
];
const cases = lines.flatMap(([question, kind, texts]) => texts.map((text) => [question, text, kind] as const));

test.each(cases)('%s: “%s” is %s', (question, text, kind) => expect(readAnswer(question, { text }).kind).toBe(kind));

test.each<[string, number | null, string]>([
  ['5', 5, ''],
  ['5分', 5, ''],
  ['５', 5, ''],
  ['4 stars', 4, ''],
  ['4/5', 4, ''],
  ['3 out of 5', 3, ''],
  ['1，一直没人回复', 1, '一直没人回复'],
  ['2 - took too long', 2, 'took too long'],
  ['打3分', 3, ''],
  ['非常满意', 5, ''],
  ['非常滿意', 5, ''],
  ['不满意', 2, ''],
  ['very dissatisfied', 1, ''],
  ['0', null, ''],
  ['6', null, ''],
  ['10', null, ''],
  ['12345', null, ''],
  ['5 or 4?', null, ''],
  ['my order 5 is missing', null, ''],
  ['谢谢', null, ''],
])('survey: “%s” gives %s', (text, score, rest) =>
  expect(readAnswer('survey', { text })).toEqual(score === null ? { kind: 'other' } : { kind: 'score', score, rest }),
);

test('a pressed button says it, whatever stood on it; a button of another question is read by its words', () => {
  expect(readAnswer('consent', { text: 'Nein danke', chosen: 'no' })).toEqual({ kind: 'no' });
  expect(readAnswer('survey', { text: '★★★', chosen: 'score-3' })).toEqual({ kind: 'score', score: 3, rest: '' });
  const below = { text: '4\nVery kind, all 3 of them', chosen: 'score-4' };
  expect(readAnswer('survey', below)).toEqual({ kind: 'score', score: 4, rest: 'Very kind, all 3 of them' });
  expect(readAnswer('survey', { text: 'Yes', chosen: 'yes' })).toEqual({ kind: 'other' });
  expect(readAnswer('consent', { text: 'sure', chosen: 'topic-2' })).toEqual({ kind: 'yes' });
});

test('a long text is never an answer, and is read in no time', () => {
  const text = '好的 '.repeat(4_000);
  const begun = performance.now();
  expect(readAnswer('consent', { text })).toEqual({ kind: 'other' });
  expect(readAnswer('solved', { text: `${'不'.repeat(119)}x` }).kind).toBe('other');
  expect(readAnswer('consent', { text: `${'好的'.repeat(59)}x` }).kind).toBe('other');
  expect(performance.now() - begun).toBeLessThan(1_000);
});

test('the labels of the buttons, written where there are none to press, answer as pressing would', () => {
  const asked = [
    ['consent', ['Yes, please', '好的'], ['No, stay here', '不用转接']],
    ['anything-else', ['Yes', '是'], ['No', '否']],
    ['survey-offer', ['Yes', '是'], ['No', '否']],
    ['solved', ['Yes', '是'], ['No', '否']],
  ] as const;
  const read = asked.map(([question, ...told]) =>
    told.map((words) => words.map((text) => readAnswer(question, { text }).kind)),
  );
  expect(read).toEqual(
    asked.map(() => [
      ['yes', 'yes'],
      ['no', 'no'],
    ]),
  );
});
