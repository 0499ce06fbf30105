/** Takes a raw mail apart: headers as they stand, first texts, files. What the mail claims is kept as a claim. */
import addressparser from 'nodemailer/lib/addressparser/index.js';
import { decodeHeader } from './decode-header.ts';
import type { Mail } from './mail.ts';
import { readContent } from './read-content.ts';
import { type Part, takeApart } from './take-apart.ts';

const mostReferences = 100;
const longestReference = 998;
const longestAddresses = 256 * 1024;
/** Where servers note whom they delivered a mail to, when To names somebody else. */
const deliveredTo = ['delivered-to', 'x-original-to', 'envelope-to', 'x-delivered-to'];

export function readMail(raw: Buffer): Mail {
  const root = takeApart(raw);
  const header = (name: string) => root.headers.find(([key]) => key === name)?.[1] ?? '';
  const subject = decodeHeader(header('subject')).replace(/\s+/g, ' ').replaceAll('\0', '').trim();
  return {
    headers: root.headers.map(([name, value]) => [name, decodeHeader(value)]),
    subject: cut(subject, 998) || null,
    from: senderOf(header('from') || header('sender')),
    recipients: recipientsOf(root),
    messageId: readIds(header('message-id'))[0] ?? null,
    answers: answersOf(header('in-reply-to'), header('references')),
    sentAt: instantOf(header('date')),
    ...readContent(root),
  };
}

const cut = (text: string, most: number) => Buffer.from(text.slice(0, most)).toString();

/** The first address of From; '' where there is none that could be written to. */
function senderOf(value: string): Mail['from'] {
  const [first] = readAddresses(value);
  const address = (first?.address ?? '').trim().toLowerCase();
  const isUsable = /^[^\s@<>"',;:]+@[^\s@<>"',;:]+$/.test(address) && address.length <= 320;
  const name = cut((first?.name ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim(), 255);
  return { address: isUsable ? address : '', name: name || null };
}

/** An encoded word may hold a comma or a quote: it is decoded only after the list was taken apart. */
export function readAddresses(value: string): { name: string; address: string }[] {
  const words: string[] = [];
  const hidden = value.slice(0, longestAddresses).replace(/(?:=\?[^?\s]{1,60}\?[bq]\?[\s\S]*?\?=\s*)+/gi, (word) => {
    words.push(word);
    return `word-${words.length - 1}-hidden `;
  });
  const show = (text: string) => decodeHeader(text.replace(/word-(\d+)-hidden/g, (_, at) => words[Number(at)] ?? ''));
  return addressparser(hidden, { flatten: true }).map(({ name, address }) => ({
    name: show(name).trim(),
    address: show(address),
  }));
}

function recipientsOf({ headers }: Part): string[] {
  const written = headers
    .filter(([name]) => name === 'to' || name === 'cc')
    .flatMap(([, value]) => readAddresses(value));
  const noted = headers.filter(([name]) => deliveredTo.includes(name)).map(([, value]) => value.replace(/[<>]/g, ''));
  return [...written.map(({ address }) => address), ...noted].map((one) => one.trim().toLowerCase());
}

function answersOf(inReplyTo: string, references: string): string[] {
  const all = [...readIds(inReplyTo), ...readIds(references).reverse()];
  return [...new Set(all)].slice(0, mostReferences);
}

/** Ids with their angle brackets; a bare one, as some write it, gets them. */
function readIds(text: string): string[] {
  const ids = text.match(/<[^<>\s]+>/g) ?? text.match(/^\s*[^<>\s]+@[^<>\s]+\s*$/)?.map((id) => `<${id.trim()}>`) ?? [];
  return ids.filter((id) => id.length <= longestReference);
}

function instantOf(value: string): string | null {
  const date = new Date(value.replace(/\([^()]*\)/g, ' ').trim());
  const year = date.getUTCFullYear();
  return year >= 1970 && year < 10_000 ? date.toISOString() : null;
}
