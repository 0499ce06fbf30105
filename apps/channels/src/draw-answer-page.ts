/** Draws the page on which a question is answered: one card, without scripts, in the language of the question. Pure. */
import { createHash } from 'node:crypto';
import type { BothLanguages } from '@trunkline/contracts';
import type { Word } from './channel.ts';

type Language = keyof BothLanguages;
/** `chosen`: the code that the customer's click named; the page puts that one first and sends nothing by itself. */
export type AnswerView =
  | { kind: 'asks'; word: Word; chosen: string }
  /** Nothing was stored: the same may be sent again. */
  | { kind: 'later'; word: Word; chosen: string }
  | { kind: 'taken'; label: string }
  | { kind: 'settled' }
  | { kind: 'gone' };

const words = {
  en: {
    send: 'Send this answer',
    other: 'Or another answer:',
    comment: 'Anything you would like to add? (optional)',
    taken: 'Thank you. We have your answer: ',
    settled: 'This question has been settled already.',
    settledHelp: 'If there is anything else, answer our mail: it reaches the same people.',
    gone: 'There is no question here any more.',
    goneHelp: 'The link may be old or incomplete. Answer our mail instead: it reaches the same people.',
    later: 'We could not take your answer just now. Please send it again in a minute.',
    close: 'You can close this page.',
  },
  zh: {
    send: '提交这个答复',
    other: '或选择其他答复：',
    comment: '还有什么想补充的吗？（选填）',
    taken: '谢谢，我们已收到您的答复：',
    settled: '这个问题已经处理完毕。',
    settledHelp: '如果还有其他需要，请直接回复我们的邮件，同样的人会看到。',
    gone: '这里已经没有待回答的问题。',
    goneHelp: '链接可能已过期或不完整，请直接回复我们的邮件，同样的人会看到。',
    later: '暂时无法收下您的答复，请一分钟后再提交一次。',
    close: '您可以关闭此页面。',
  },
} satisfies Record<Language, Record<string, string>>;

const style = `:root{color-scheme:light dark;--ink:#1f2430;--quiet:#5c6475;--line:#c9cfda;--card:#fff;--ground:#f3f5f8;--accent:#1b66c9;--on:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e8ebf1;--quiet:#a7afbf;--line:#454d5e;--card:#1f2430;--ground:#14171f;--accent:#7fb2ff;--on:#10131a}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:start center;padding:48px 16px;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
main{width:100%;max-width:480px;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:24px}
h1{margin:0 0 16px;font-size:14px;font-weight:600;color:var(--quiet)}p{margin:0 0 16px;white-space:pre-line;overflow-wrap:anywhere}.question{font-size:20px;line-height:1.4}.quiet{color:var(--quiet);font-size:14px}.warn{border-left:3px solid #c77700;padding-left:12px}
.choices{display:flex;flex-wrap:wrap;gap:8px;margin:0 0 16px}button{min-height:44px;min-width:56px;padding:8px 16px;font:inherit;border:1px solid var(--accent);border-radius:8px;background:transparent;color:var(--accent);cursor:pointer}button.first{background:var(--accent);color:var(--on)}
button:focus-visible,textarea:focus-visible{outline:3px solid var(--accent);outline-offset:2px}label{display:block;margin:0 0 4px;font-size:14px;color:var(--quiet)}textarea{width:100%;min-height:96px;margin:0 0 16px;padding:8px 12px;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:8px}`;

const styleSum = createHash('sha256').update(style).digest('base64');

export const answerPageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleSum}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

/** Questions are put in the customer's language, and nothing else says which that is. */
export const languageOfText = (text: string): Language => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');

/** `language` null: nobody knows the question, so both are said. */
export function drawAnswerPage(view: AnswerView, house: { language: Language | null; desk: BothLanguages }): string {
  const { language, desk } = house;
  const body = language ? partOf(view, language) : `${partOf(view, 'en')}\n${partOf(view, 'zh')}`;
  const name = escapeHtml(desk[language ?? 'en']);
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${name}</title><style>${style}</style></head>
<body><main><h1>${name}</h1>
${body}
</main></body></html>
`;
}

function partOf(view: AnswerView, language: Language): string {
  const say = words[language];
  const told = (head: string, below: string) =>
    `<p class="question" role="status">${escapeHtml(head)}</p>\n<p class="quiet">${escapeHtml(below)}</p>`;
  if (view.kind === 'taken') return told(`${say.taken}${view.label}`, say.close);
  if (view.kind === 'settled') return told(say.settled, say.settledHelp);
  if (view.kind === 'gone') return told(say.gone, say.goneHelp);
  const warning = view.kind === 'later' ? `<p class="warn" role="alert">${escapeHtml(say.later)}</p>\n` : '';
  return `${warning}${formOf(view, language)}`;
}

function formOf({ word, chosen }: { word: Word; chosen: string }, language: Language): string {
  const say = words[language];
  const choices = word.choices ?? [];
  const first = choices.find(({ code }) => code === chosen);
  const others = choices.filter((one) => one !== first);
  const button = ({ code, label }: (typeof choices)[number], look = '') =>
    `<button name="chosen" value="${escapeHtml(code)}"${look}>${escapeHtml(label)}</button>`;
  const comment =
    word.kind === 'survey'
      ? `<label for="comment">${escapeHtml(say.comment)}</label><textarea id="comment" name="comment" maxlength="2000"></textarea>\n`
      : '';
  const lead = first
    ? `<div class="choices">${button({ ...first, label: `${first.label} · ${say.send}` }, ' class="first"')}</div>\n<p class="quiet">${escapeHtml(say.other)}</p>\n`
    : '';
  return `<form method="post"><p class="question">${escapeHtml(word.text)}</p>
${comment}${lead}<div class="choices">${others.map((one) => button(one)).join('')}</div></form>`;
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
