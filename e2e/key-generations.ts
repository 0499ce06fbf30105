/** Keys of every kind in generations, as an operator sets them: which sign first, which only verify, and what each signs. */
import { createHmac, randomBytes } from 'node:crypto';

/** One of each kind; `sites` and `hooks` are shared with pages and systems outside. */
export type Generation = { kid: string; bytes: Record<Kind, string>; site: string; hook: string };
const kinds = ['SERVICE_KEYS', 'FIELD_KEY', 'SEAL_KEYS', 'MAIL_REPLY_KEYS', 'WEBCHAT_VISITOR_KEYS'] as const;
type Kind = (typeof kinds)[number];

export function newGeneration(kid: string): Generation {
  const bytes = kinds.map((kind) => [kind, randomBytes(32).toString('base64url')]);
  return {
    kid,
    bytes: Object.fromEntries(bytes),
    site: randomBytes(24).toString('hex'),
    hook: `whsec_${randomBytes(32).toString('base64')}`,
  };
}

/** The first signs, all verify. What the field key sealed lives as long as its rows: `kept` stay behind it. */
export function settingsOf(valid: Generation[], { origins, kept = [] }: { origins: string[]; kept?: Generation[] }) {
  const keys = kinds.map((kind) => {
    const all = kind === 'FIELD_KEY' ? [...valid, ...kept] : valid;
    return [kind, all.map(({ kid, bytes }) => `${kid}:${bytes[kind]}`).join(',')];
  });
  return {
    ...(Object.fromEntries(keys) as Record<Kind, string>),
    WEBCHAT_SITES: JSON.stringify([{ site: 'demo', origins, keys: valid.map(({ site }) => site) }]),
    WEBHOOK_ACCOUNTS: JSON.stringify([{ name: 'shop', secrets: valid.map(({ hook }) => hook) }]),
  };
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signJwt(header: object, claims: object, key: Buffer): string {
  const body = `${encode({ alg: 'HS256', ...header })}.${encode(claims)}`;
  return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`;
}

const seconds = () => Math.floor(Date.now() / 1000);

/** What one service shows another. */
export function serviceToken({ kid, bytes }: Generation, from: string, to: string): string {
  const claims = { iss: from, aud: to, sub: from, iat: seconds(), exp: seconds() + 600 };
  return signJwt({ kid }, claims, Buffer.from(bytes.SERVICE_KEYS, 'base64url'));
}

/** By which a host page vouches for its own user. */
export const hostToken = ({ site }: Generation, sub: string): string =>
  signJwt({}, { sub, exp: seconds() + 600 }, Buffer.from(site));
