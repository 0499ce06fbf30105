/** What customers see who click an answer in a mail. */
import type { Word } from './channel.ts';
import { answerPageHeaders, drawAnswerPage, languageOfText } from './draw-answer-page.ts';

const desk = { en: 'Tea & Co', zh: '茶与友' };
const choices = [
  { code: 'yes', label: 'Yes' },
  { code: 'no', label: 'No' },
];
const asking = { text: 'Is there <anything> else?', choices, kind: 'notice' } as Word;

test('the answer that was clicked stands first and is sent by one press; the others stand beside', () => {
  const page = drawAnswerPage({ kind: 'asks', word: asking, chosen: 'no' }, { language: 'en', desk });
  expect(page).toContain('Is there &#60;anything&#62; else?');
  expect(page).toContain('<button name="chosen" value="no" class="first">No · Send this answer</button>');
  expect(page).toContain('<button name="chosen" value="yes">Yes</button>');
  expect(page).toContain('<h1>Tea &#38; Co</h1>');
  expect(page).not.toContain('<textarea');
});

test('a code that is no choice highlights none', () => {
  const page = drawAnswerPage({ kind: 'asks', word: asking, chosen: '"><script>' }, { language: 'en', desk });
  expect(page).not.toContain('class="first"');
  expect(page).not.toContain('<script');
});

test('a survey has room for a comment', () => {
  const word = { ...asking, kind: 'survey' } as Word;
  expect(drawAnswerPage({ kind: 'asks', word, chosen: '' }, { language: 'zh', desk })).toContain('还有什么想补充的吗');
});

test('whoever comes too late, with a broken link or in a bad minute reads what to do', () => {
  const at = { language: 'zh', desk } as const;
  expect(drawAnswerPage({ kind: 'settled' }, at)).toContain('这个问题已经处理完毕');
  expect(drawAnswerPage({ kind: 'later', word: asking, chosen: 'yes' }, at)).toContain('请一分钟后再提交一次');
  const unknown = drawAnswerPage({ kind: 'gone' }, { language: null, desk });
  expect(unknown).toContain('There is no question here any more.');
  expect(unknown).toContain('这里已经没有待回答的问题');
});

test('the page speaks the language of its question and runs no script', () => {
  expect(languageOfText('请问您还有其他问题需要帮忙吗?')).toBe('zh');
  expect(languageOfText('Is there anything else?')).toBe('en');
  expect(answerPageHeaders['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
});
