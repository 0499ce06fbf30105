/** The signed reply address: `support+<token>@…` says which conversation a mail answers, and only we can make one. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ConversationId } from '@trunkline/contracts';
import type { Key } from '@trunkline/platform';

/** 16 bytes of conversation id and 16 of HMAC (128 bits) in base 36: upper and lower case may be lost on the way. */
const tokenDigits = 50;

export function signAddress(address: string, conversationId: string, keys: Key[]): string {
  const id = Buffer.from(conversationId.replaceAll('-', ''), 'hex');
  const token = BigInt(`0x${Buffer.concat([id, mac(id, keys[0]!)]).toString('hex')}`);
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${token.toString(36).padStart(tokenDigits, '0')}${address.slice(at)}`;
}

/** The conversation that one of the recipients names, below any of our addresses, under a key that is still valid. */
export function readSignedAddress(
  recipients: string[],
  { addresses, replyKeys }: { addresses: string[]; replyKeys: Key[] },
): ConversationId | null {
  for (const recipient of recipients.map((one) => one.toLowerCase())) {
    const [, local, token, domain] = /^([^+]+)\+([^@]+)(@.+)$/.exec(recipient) ?? [];
    if (!token || !addresses.includes(`${local}${domain}`)) continue;
    const id = openToken(token, replyKeys);
    if (id) return id;
  }
  return null;
}

function openToken(token: string, keys: Key[]): ConversationId | null {
  if (token.length !== tokenDigits || !/^[0-9a-z]+$/.test(token)) return null;
  let number = 0n;
  for (const digit of token) number = number * 36n + BigInt(Number.parseInt(digit, 36));
  const hex = number.toString(16).padStart(64, '0');
  if (hex.length !== 64) return null;
  const bytes = Buffer.from(hex, 'hex');
  const id = bytes.subarray(0, 16);
  if (!keys.some((key) => timingSafeEqual(mac(id, key), bytes.subarray(16)))) return null;
  const text = id.toString('hex');
  return [0, 8, 12, 16, 20].map((from, at, cuts) => text.slice(from, cuts[at + 1])).join('-') as ConversationId;
}

const mac = (id: Buffer, key: Key) =>
  createHmac('sha256', key.bytes).update('reply address\n').update(id).digest().subarray(0, 16);
