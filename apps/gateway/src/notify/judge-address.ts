/** May a notification go to this address at all, as far as the text of it says? Its name is looked up when it is sent. */
import { isIP } from 'node:net';
import type { Because } from '@trunkline/contracts';
import { isPublicAddress } from '@trunkline/platform';

export type JudgedAddress = { ok: true; url: URL; isAllowed: boolean } | { ok: false; because: Because };

/** `allowed`: `host` or `host:port`, as the administrator of the machine named them; those may be private and http. */
export function judgeAddress(address: string, allowed: readonly string[]): JudgedAddress {
  const no = (code: 'target-needs-https' | 'target-not-public', host = ''): JudgedAddress => ({
    ok: false,
    because: { code, values: code === 'target-not-public' ? { host } : {} },
  });
  // what a parser would quietly take away is a trick or a slip
  if (!/^https?:\/\/[^\s\\\p{Cc}]+$/iu.test(address) || !URL.canParse(address)) return no('target-needs-https');
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (url.username !== '' || url.password !== '' || host === '') return no('target-needs-https');
  const isAllowed = allowed.includes(url.host) || allowed.includes(url.hostname);
  if (isAllowed) return { ok: true, url, isAllowed };
  if (url.protocol !== 'https:') return no('target-needs-https');
  const isName = isIP(host) === 0;
  if (
    isName
      ? !host.includes('.') || /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/.test(host)
      : !isPublicAddress(host)
  )
    return no('target-not-public', host);
  return { ok: true, url, isAllowed };
}

export const readAllowed = (text: string): string[] =>
  text
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '');
