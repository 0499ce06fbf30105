/** What came back and why: our ids named in the mail and in what it carries, and the words of the server that refused. */
import type { Mail } from './mail.ts';

const longestDetail = 500;
const mostSearched = 4 * 1024 * 1024;

/** All that a report may say of itself, with what some send encoded: one byte a character, lines unfolded. */
export function wordsOfReport(raw: Buffer, mail: Mail): string {
  const carried = mail.files.map(({ content }) => content.subarray(0, mostSearched).toString('latin1'));
  const said = [
    raw.subarray(0, mostSearched).toString('latin1'),
    mail.text,
    mail.html?.replace(/<[^>]{0,2000}>/g, ' ') ?? '',
  ];
  return [...said, ...carried]
    .join('\n')
    .replace(/=\r?\n/g, '')
    .replace(/\r?\n[ \t]+/g, ' ');
}

/** The mail that came back is quoted in whole or in part, so our own Message-ID is all we look for. */
export function namesOfOurs(text: string, domains: string[]): string[] {
  const ids = text.matchAll(
    /([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})(?:@|=40|%40)([a-z0-9.-]+)/gi,
  );
  const ours = [...ids]
    .filter(([, , host]) => domains.includes(host!.toLowerCase()))
    .map(([, id]) => id!.toLowerCase());
  return [...new Set(ours)].slice(0, 10);
}

/** The diagnostic line of a report, or the first line that looks like a server's refusal, in the words of its server. */
const reasons = [
  /^Diagnostic-Code:[ \t]*(?:[\w-]+;)?[ \t]*(\S[^\n]*)/im,
  /^[ \t>]*((?:\d{3}[ -])?#?[45]\.\d{1,3}\.\d{1,3}\b[^\n]*)/m,
  /^[^\n]{0,200}?\b((?:[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}|[45]\d\d)[ :][^\n]{8,})/m,
  /^[^\n]{0,80}((?:退信原因|失败原因|原因|拒收原因|投递失败)[^\n]{2,})/m,
  /^Status:[ \t]*([45]\.\d{1,3}\.\d{1,3}[^\n]*)/im,
  /^[^\n]{0,200}((?:user|account|mailbox|recipient|address)[^\n]{0,60}(?:unknown|not exist|doesn't exist|not found|disabled|full|unavailable)[^\n]*)/im,
];

export function whyBounced(text: string, subject: string | null): string {
  const found = reasons.map((reason) => reason.exec(text)?.[1]?.trim()).find((words) => words);
  return (found || subject || 'no reason given').slice(0, longestDetail);
}

/** `soft`: it might have arrived another time (a full mailbox, a server that is away); else it never will. */
export function isSoft(why: string): boolean {
  const [code] = /\b[45](?=\.\d{1,3}\.\d{1,3}|\d\d\b)/.exec(why) ?? [];
  return code
    ? code === '4' || /\b5\.2\.2\b/.test(why)
    : /full|quota|try again|temporar|timed out|超时|已满/i.test(why);
}

/** A server that is still trying says so, and nothing has come back yet. */
export const isOnlyDelayed = (text: string) =>
  (/^Action:\s*(delayed|relayed|delivered|expanded)\b/im.test(text) ||
    /^Subject:[^\n]*\b(delayed|delay\))/im.test(text)) &&
  !/^Action:\s*failed\b/im.test(text);
