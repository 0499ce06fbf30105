/** Signed reply addresses: `support+<token>@…` says what a mail answers, a conversation or a hand-over, and only we can make one. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ConversationId, HandOverId } from '@trunkline/contracts';
import type { Key } from '@trunkline/platform';

/** 16 bytes of id and 16 of HMAC (128 bits) in base 36: upper and lower case may be lost on the way. */
const tokenDigits = 50;

/** What is signed besides the id, so that one kind never passes for the other; a hand-over's token begins with its mark. */
const conversation = { mark: '', words: 'reply address\n' };
const handOver = { mark: 'd', words: 'department address\n' };
/** The desk's own tests: it writes to itself under this address, and what comes back to it is no customer's. */
const test = { mark: 's', words: 'test address\n' };
type Kind = typeof conversation;
const testId = '00000000-0000-7000-8000-000000000000';

type Ours = { addresses: string[]; replyKeys: Key[] };

export const signAddress = (address: string, id: string, keys: Key[]): string =>
  sign(address, id, { keys, kind: conversation });
export const signHandOver = (address: string, id: HandOverId, keys: Key[]): string =>
  sign(address, id, { keys, kind: handOver });

/** The conversation that one of the recipients names, below any of our addresses, under a key that is still valid. */
export function readSignedAddress(recipients: string[], ours: Ours): ConversationId | null {
  for (const token of tokensIn(recipients, ours)) {
    const id = openToken(token, ours.replyKeys, conversation);
    if (id) return id as ConversationId;
  }
  return null;
}

export const signTest = (address: string, keys: Key[]): string => sign(address, testId, { keys, kind: test });

/** The address of our own tests among the recipients. */
export const readTest = (recipients: string[], ours: Ours): string | undefined =>
  recipients.find((one) => tokensIn([one], ours).some((token) => openToken(token, ours.replyKeys, test) === testId));

/** `forged`: a recipient looks like a hand-over's address of ours, and none of our keys signed it. */
export function readHandOver(recipients: string[], ours: Ours): HandOverId | 'forged' | null {
  const tokens = tokensIn(recipients, ours).filter(
    (token) => token.startsWith(handOver.mark) && token.length === tokenDigits + handOver.mark.length,
  );
  for (const token of tokens) {
    const id = openToken(token, ours.replyKeys, handOver);
    if (id) return id as HandOverId;
  }
  return tokens.length > 0 ? 'forged' : null;
}

function sign(address: string, id: string, { keys, kind }: { keys: Key[]; kind: Kind }): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  const token = BigInt(`0x${Buffer.concat([bytes, mac(bytes, keys[0]!, kind)]).toString('hex')}`);
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${kind.mark}${token.toString(36).padStart(tokenDigits, '0')}${address.slice(at)}`;
}

/** What stands behind the `+` of recipients below our addresses. */
function tokensIn(recipients: string[], { addresses }: Ours): string[] {
  return recipients.flatMap((recipient) => {
    const [, local, token, domain] = /^([^+]+)\+([^@]+)(@.+)$/.exec(recipient.toLowerCase()) ?? [];
    return token && addresses.includes(`${local}${domain}`) ? [token] : [];
  });
}

function openToken(marked: string, keys: Key[], kind: Kind): string | null {
  const token = marked.slice(kind.mark.length);
  if (!marked.startsWith(kind.mark) || token.length !== tokenDigits || !/^[0-9a-z]+$/.test(token)) return null;
  let number = 0n;
  for (const digit of token) number = number * 36n + BigInt(Number.parseInt(digit, 36));
  const hex = number.toString(16).padStart(64, '0');
  if (hex.length !== 64) return null;
  const bytes = Buffer.from(hex, 'hex');
  const id = bytes.subarray(0, 16);
  if (!keys.some((key) => timingSafeEqual(mac(id, key, kind), bytes.subarray(16)))) return null;
  const text = id.toString('hex');
  return [0, 8, 12, 16, 20].map((from, at, cuts) => text.slice(from, cuts[at + 1])).join('-');
}

const mac = (id: Buffer, key: Key, { words }: Kind) =>
  createHmac('sha256', key.bytes).update(words).update(id).digest().subarray(0, 16);
