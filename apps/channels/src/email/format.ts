/** A word to a mail: who, to whom, answering what, and the text in both shapes; pure, and nothing of the text lost. */
import type { Key } from '@trunkline/platform';
import type { Word } from '../channel.ts';
import { withChoices } from '../list-choices.ts';
import type { MailAccount } from './config.ts';
import { signAddress, signHandOver } from './sign-address.ts';

export type OutgoingMail = {
  messageId: string;
  envelope: { from: string; to: string };
  from: { name: string; address: string };
  to: { name: string; address: string };
  replyTo: { name: string; address: string };
  subject: string;
  inReplyTo?: string;
  references?: string[];
  headers: Record<string, string>;
  text: string;
  html: string;
};

/** A header line has its limits; the first reference and the newest ones are what threads hang on. */
const mostReferences = 20;

export function format(word: Word, account: MailAccount, replyKeys: Key[]): OutgoingMail {
  const { address, name, domain } = account;
  const last = word.thread.references.at(-1);
  return {
    messageId: messageIdOf(word.messageId, domain),
    envelope: { from: address, to: word.to.address },
    from: { name: oneLine(word.author ? `${word.author.name} · ${name}` : name), address },
    to: { name: oneLine(word.to.name ?? ''), address: word.to.address },
    replyTo: { name, address: answerTo(word, address, replyKeys) },
    subject: subjectOf(word),
    ...(last ? { inReplyTo: last, references: shorten(word.thread.references) } : {}),
    headers: automaticHeaders(word.kind),
    text: word.answerAt ? `${withChoices(word)}\n${word.answerAt}` : withChoices(word),
    html: htmlOf(word),
  };
}

const answerTo = ({ conversationId, handOverId }: Word, address: string, keys: Key[]): string =>
  handOverId ? signHandOver(address, handOverId, keys) : signAddress(address, conversationId, keys);

/**
 * What the desk says of itself: a machine that reads it must not answer it (RFC 3834 §5). It leaves under our address
 * all the same: submission servers refuse an empty one, and what comes back as a bounce is answered by nobody.
 */
function automaticHeaders(kind: Word['kind']): Record<string, string> {
  if (kind === 'reply') return {};
  const submitted = kind === 'greeting' ? 'auto-replied' : 'auto-generated';
  return { 'Auto-Submitted': submitted, Precedence: 'bulk', 'X-Auto-Response-Suppress': 'All' };
}

/** Fixed over all attempts: a second one can be told from a second mail. */
export const messageIdOf = (messageId: string, domain: string) => `<${messageId}@${domain}>`;

function subjectOf({ subject, thread }: Word): string {
  const said = oneLine(subject ?? '');
  if (thread.references.length === 0) return said || 'Your message';
  return /^(re|aw|sv|antw|回复|回覆|答复|答覆|返信)\s*[::]/i.test(said) ? said : `Re: ${said || 'Your message'}`;
}

const shorten = (references: string[]) =>
  references.length <= mostReferences ? references : [references[0]!, ...references.slice(1 - mostReferences)];

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function htmlOf(word: Word): string {
  const { text, choices = [], answerAt } = word;
  const shown = answerAt ? text : withChoices(word);
  const paragraphs = shown
    .split(/\r?\n[ \t]*\r?\n/)
    .map((one) => `<p>${escapeHtml(one).replace(/\r?\n/g, '<br>\n')}</p>`);
  if (answerAt) paragraphs.push(`<p>${choices.map((one) => buttonOf(answerAt, one)).join('\n')}</p>`);
  return `<div style="font-family:sans-serif;font-size:14px;line-height:1.5">\n${paragraphs.join('\n')}\n</div>\n`;
}

const buttonLook =
  'display:inline-block;padding:8px 16px;margin:0 8px 8px 0;border:1px solid #1b66c9;border-radius:6px;color:#1b66c9;text-decoration:none';

/** It leads to a page and answers nothing by itself: programs that look at mails open every link. */
const buttonOf = (page: string, { code, label }: NonNullable<Word['choices']>[number]): string =>
  `<a href="${escapeHtml(`${page}?chosen=${encodeURIComponent(code)}`)}" style="${buttonLook}">${escapeHtml(label)}</a>`;

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
