/** Takes a raw mail apart: headers as they stand, first texts, files. What the mail claims is kept as a claim. */
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import type { Mail, MailFile } from './mail.ts';

const mostReferences = 100;
const longestReference = 998;
/** Where servers note whom they delivered a mail to, when To names somebody else. */
const deliveredTo = ['delivered-to', 'x-original-to', 'envelope-to', 'x-delivered-to'];

export async function readMail(raw: Buffer): Promise<Mail> {
  const parsed = await simpleParser(raw, {
    skipTextToHtml: true,
    skipHtmlToText: true,
    skipImageLinks: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: 4 * 1024 * 1024,
  });
  const headers = parsed.headerLines.map(({ key, line }): [string, string] => [key, headerValue(line)]);
  return {
    headers,
    subject: parsed.subject?.replace(/\s+/g, ' ').trim().slice(0, 998) || null,
    from: senderOf(parsed),
    recipients: recipientsOf(parsed, headers),
    messageId: readIds(parsed.messageId)[0] ?? null,
    answers: answersOf(parsed),
    sentAt: instantOf(parsed.date),
    text: parsed.text ?? '',
    html: typeof parsed.html === 'string' && parsed.html.trim() !== '' ? parsed.html : null,
    files: parsed.attachments.map(fileOf),
  };
}

const headerValue = (line: string) =>
  line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n[ \t]*/g, ' ')
    .trim();

/** The first address of From; '' where there is none that could be written to. */
function senderOf({ from }: ParsedMail): Mail['from'] {
  const [first] = flatten(from);
  const address = (first?.address ?? '').trim().toLowerCase();
  const isUsable = /^[^\s@<>"',;:]+@[^\s@<>"',;:]+$/.test(address) && address.length <= 320;
  return { address: isUsable ? address : '', name: first?.name?.trim().slice(0, 255) || null };
}

function recipientsOf(parsed: ParsedMail, headers: [string, string][]): string[] {
  const written = [parsed.to, parsed.cc].flat().flatMap(flatten);
  const noted = headers.filter(([name]) => deliveredTo.includes(name)).map(([, value]) => value.replace(/[<>]/g, ''));
  return [...written.map(({ address }) => address ?? ''), ...noted].map((one) => one.trim().toLowerCase());
}

function flatten(list: AddressObject | undefined): { address?: string; name?: string }[] {
  return (list?.value ?? []).flatMap((one) => one.group ?? [one]);
}

function answersOf({ inReplyTo, references }: ParsedMail): string[] {
  const all = [...readIds(inReplyTo), ...readIds([references].flat().join(' ')).reverse()];
  return [...new Set(all)].slice(0, mostReferences);
}

/** Ids with their angle brackets; a bare one, as some write it, gets them. */
function readIds(text: string | undefined): string[] {
  const ids =
    text?.match(/<[^<>\s]+>/g) ?? text?.match(/^\s*[^<>\s]+@[^<>\s]+\s*$/)?.map((id) => `<${id.trim()}>`) ?? [];
  return ids.filter((id) => id.length <= longestReference);
}

const instantOf = (date: Date | undefined) =>
  date && Number.isFinite(date.getTime()) && date.getUTCFullYear() >= 1970 && date.getUTCFullYear() < 10_000
    ? date.toISOString()
    : null;

const fileOf = ({ filename, contentType, content }: ParsedMail['attachments'][number]): MailFile => ({
  name: filename ?? '',
  type: contentType ?? '',
  content: Buffer.isBuffer(content) ? content : Buffer.from(content ?? ''),
});
