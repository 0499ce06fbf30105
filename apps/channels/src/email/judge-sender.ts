/** Judges whether a mail's sender is who it says, by SPF, DKIM and DMARC; what DNS does not tell in time is a `temperror`. */
import { isIP } from 'node:net';
import { MailCheck, type MailChecks } from '@trunkline/contracts';
import { authenticate } from 'mailauth';
import { decodeHeader } from './decode-header.ts';
import { readAddresses } from './read-mail.ts';
import { headerOfPart, takeApart } from './take-apart.ts';

export type Resolve = (name: string, type: string) => Promise<string[][] | string[]>;
export type JudgeSettings = { trustedServers: string[]; resolve: Resolve; limitMs: number };
type Headers = [string, string][];
type Result = MailChecks['spf'];

/** A trusted server saw the connection and goes first; else we judge by the bytes and by what our server noted of the line. */
export async function judgeSender(raw: Buffer, settings: JudgeSettings): Promise<MailChecks> {
  const { headers } = takeApart(
    raw.subarray(0, raw.indexOf('\r\n\r\n') < 0 ? raw.length : raw.indexOf('\r\n\r\n') + 4),
  );
  const trusted = takeOver(headers, settings.trustedServers);
  if (trusted) return trusted;
  const sender = domainOf(readAddresses(headerOfPart({ headers }, 'from'))[0]?.address ?? '');
  const unjudged = { result: 'temperror', domain: sender } as const;
  const late = { spf: unjudged, dkim: unjudged, dmarc: unjudged, by: 'us' };
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<MailChecks>((tell) => {
    timer = setTimeout(() => tell(late), settings.limitMs);
  });
  return Promise.race([judge(raw, headers, settings.resolve).catch(() => late), limit]).finally(() =>
    clearTimeout(timer),
  );
}

async function judge(raw: Buffer, headers: Headers, resolve: Resolve): Promise<MailChecks> {
  const line = lineOf(headers);
  const sender = /<([^<>]*)>/.exec(headerOfPart({ headers }, 'return-path'))?.[1] ?? '';
  const judged = await authenticate(raw, {
    ...(line ? { ip: line.ip, helo: line.helo } : {}),
    sender,
    mta: 'us',
    resolver: resolve as never,
    disableArc: true,
    disableBimi: true,
  });
  const signed = judged.dkim.results ?? [];
  const dkim =
    signed.find(({ status }) => status.result === 'pass' && status.aligned) ??
    signed.find(({ status }) => status.result === 'pass') ??
    signed[0];
  const spf: Result =
    line && judged.spf ? said(judged.spf.status.result, judged.spf.domain) : said('none', domainOf(sender));
  const checks = {
    spf,
    dkim: said(dkim?.status.result, dkim?.signingDomain),
    dmarc: judged.dmarc ? said(judged.dmarc.status.result, judged.dmarc.domain) : said('none', ''),
  };
  return { ...checks, dmarc: fairly(checks, line !== null), by: 'us' };
}

/** A failure counts only where both of what it rests on were known. */
function fairly({ spf, dkim, dmarc }: Omit<MailChecks, 'by'>, knowsLine: boolean): Result {
  if (dmarc.result !== 'fail') return dmarc;
  if (spf.result === 'temperror' || dkim.result === 'temperror') return { ...dmarc, result: 'temperror' };
  return knowsLine ? dmarc : { ...dmarc, result: 'none' };
}

function said(result: unknown, domain: unknown): Result {
  const known = MailCheck.safeParse(result);
  return { result: known.success ? known.data : 'none', domain: typeof domain === 'string' ? domain : '' };
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
const privateIp = /^(10\.|127\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd]|fe80)/i;

/** Who handed the mail to the first of our servers: the topmost note that names somebody from outside. */
function lineOf(headers: Headers): { ip: string; helo: string } | null {
  for (const [name, value] of headers) {
    if (name !== 'received' || !/^from\s/i.test(value)) continue;
    const [, helo = '', rest = ''] = /^from\s+(\S+)\s*(.*?)(?:\sby\s|$)/is.exec(value) ?? [];
    const ip = /\[(?:IPv6:)?([0-9a-f.:]+)\]/i.exec(`${rest} ${helo}`)?.[1] ?? '';
    if (!isIP(ip)) return null;
    if (!privateIp.test(ip)) return { ip, helo };
  }
  return null;
}

/** RFC 8601: only the topmost note of a server that the operator names; anybody can write one below it. */
function takeOver(headers: Headers, trustedServers: string[]): MailChecks | null {
  for (const [name, value] of headers) {
    if (name !== 'authentication-results') continue;
    const text = decodeHeader(value).replace(/\([^()]*\)/g, ' ');
    const by = text.split(/[;\s]/)[0]!.toLowerCase();
    if (!trustedServers.includes(by)) continue;
    const of = (method: string, property: string): Result => {
      const [, result, rest = ''] = new RegExp(`(?:;|\\s)${method}=(\\w+)([^;]*)`, 'i').exec(text) ?? [];
      const [, domain = ''] = new RegExp(`${property}=\\s*"?([^\\s;"]+)`, 'i').exec(rest) ?? [];
      return said(result?.toLowerCase(), domainOf(domain));
    };
    return {
      spf: of('spf', 'smtp\\.(?:mailfrom|helo)'),
      dkim: of('dkim', 'header\\.[di]'),
      dmarc: of('dmarc', 'header\\.from'),
      by,
    };
  }
  return null;
}
