/** A raw mail to what it says; pure: the same bytes give the same answer, whoever asks. */
import { createHash } from 'node:crypto';
import type { Parsed } from '../channel.ts';
import { keepFile } from '../keep-file.ts';
import { testerName } from '../own-address.ts';
import { checkLimits } from './check-limits.ts';
import type { EmailConfig } from './config.ts';
import { cutQuotation, withoutMarks } from './cut-quotation.ts';
import { isAutomatic } from './is-automatic.ts';
import type { Mail, MailFile } from './mail.ts';
import { isOnlyDelayed, isSoft, namesOfOurs, whyBounced, wordsOfReport } from './read-bounce.ts';
import { readMail } from './read-mail.ts';
import { readHandOver, readSignedAddress, readTest } from './sign-address.ts';
import { textOfHtml } from './text-of-html.ts';

/** What of the settings a mail's meaning hangs on. */
export type ParseSettings = Pick<EmailConfig, 'addresses' | 'domains' | 'replyKeys'>;

const shownBytes = 1024 * 1024;
const mostHeaders = 200;
const longestHeader = 2_000;

export async function parse(raw: Buffer, settings: ParseSettings): Promise<Parsed> {
  const limit = checkLimits(raw);
  if (limit) return { kind: 'unreadable', because: 'too-large', detail: limit };
  try {
    return await say(readMail(raw), raw, settings);
  } catch (error) {
    return { kind: 'unreadable', because: 'unreadable-mail', detail: (error as Error).message.slice(0, 500) };
  }
}

async function say(mail: Mail, raw: Buffer, settings: ParseSettings): Promise<Parsed> {
  const automatic = isAutomatic(mail, settings.addresses);
  if (automatic === 'bounce') {
    const report = wordsOfReport(raw, mail);
    if (!isOnlyDelayed(report)) return bounceOf(report, mail, settings);
  }
  if (isOwn(mail.from.address, settings.addresses)) {
    const tester = readTest(mail.recipients, settings);
    if (tester) return testOf(mail, raw, { tester, settings });
    return { kind: 'unreadable', because: 'from-ourselves', detail: mail.subject ?? '' };
  }
  const handOverId = readHandOver(mail.recipients, settings);
  if (handOverId === 'forged') return { kind: 'unreadable', because: 'hand-over-forged', detail: mail.from.address };
  const told = clean(mail.text.trim() === '' && mail.html ? textOfHtml(mail.html) : mail.text);
  const wholeText = withoutMarks(told);
  const text = writtenIn(told, mail.text.trim() === '' ? null : mail.html);
  const files = await Promise.all(mail.files.map(keepFile));
  const conversationId = readSignedAddress(mail.recipients, settings);
  const answered = conversationId && !automatic ? namesOfOurs(mail.answers.join(' '), settings.domains) : [];
  return {
    kind: 'message',
    ...(handOverId && { handOverId }),
    from: { address: mail.from.address, name: mail.from.name, vouchedBy: null, email: null },
    thread: {
      key: threadKey(mail, raw),
      conversationId,
      reference: mail.messageId,
      answers: mail.answers,
    },
    subject: mail.subject,
    text,
    hasMore: mail.html !== null || text !== wholeText.trim(),
    files,
    provesArrivalOf: answered,
    automatic,
    sentAt: mail.sentAt,
    whole: {
      html: mail.html && namingFiles(await makeHarmless(mail.html.slice(0, shownBytes)), mail.files, files),
      text: wholeText.slice(0, shownBytes),
      headers: mail.headers.slice(0, mostHeaders).map(([name, value]) => [name, clean(value).slice(0, longestHeader)]),
    },
  };
}

/** What we wrote to ourselves: a test, or our answer to one, which has arrived thereby. */
function testOf(mail: Mail, raw: Buffer, { tester, settings }: { tester: string; settings: ParseSettings }): Parsed {
  return {
    kind: 'message',
    from: { address: tester.toLowerCase(), name: testerName, vouchedBy: null, email: null },
    thread: { key: threadKey(mail, raw), conversationId: null, reference: mail.messageId, answers: mail.answers },
    subject: mail.subject,
    text: clean(mail.text).trim(),
    hasMore: false,
    files: [],
    provesArrivalOf: namesOfOurs(mail.messageId ?? '', settings.domains),
    automatic: 'auto-generated',
    sentAt: mail.sentAt,
    whole: null,
  };
}

/** What the server said leads; whether trying again would help goes before it. */
function bounceOf(report: string, { subject }: Mail, { domains }: ParseSettings): Parsed {
  const why = whyBounced(report, subject);
  return { kind: 'bounce', messageIds: namesOfOurs(report, domains), detail: isSoft(why) ? `for now: ${why}` : why };
}

/** Where the text shows no quotation, the HTML may: its elements say so in any language. */
function writtenIn(told: string, html: string | null): string {
  const text = cutQuotation(told);
  if (!html || text !== withoutMarks(told).trim()) return text;
  const whole = textOfHtml(html);
  const written = cutQuotation(whole);
  return written !== '' && written.length < text.length && written !== withoutMarks(whole).trim() ? written : text;
}

/** A picture of the mail itself is named by its content, under which it can be fetched as a file. */
function namingFiles(html: string, files: MailFile[], kept: { sha256: string }[]): string {
  const names = new Map(files.map(({ cid }, at) => [cid, kept[at]!.sha256]));
  return html.replace(/ data-file="([^"]*)"/g, (_, cid) => (names.has(cid) ? ` data-file="${names.get(cid)}"` : ''));
}

/** Most mails have none, and the sanitiser is the heaviest of the libraries. */
const makeHarmless = async (html: string) => (await import('./make-safe.ts')).makeSafe(html);

/** A mail opens a thread of its own reference; one without is told apart by its bytes. */
function threadKey({ messageId }: Mail, raw: Buffer): string {
  if (messageId && messageId.length <= 512) return messageId;
  return `no-id:${createHash('sha256').update(raw).digest('hex')}`;
}

/** One of the desk's own addresses, also with a detail: no customer (a loop of two desks ends here). */
const isOwn = (from: string, addresses: string[]) => addresses.includes(from.replace(/\+[^@]*@/, '@'));

const clean = (text: string) => Buffer.from(text.replaceAll('\0', '')).toString().replace(/\r\n?/g, '\n');
