/** What of a target is secret, sealed and opened: its address where that is the key, and what signs. */
import type { NewTarget, TargetKind } from '@trunkline/contracts';
import { type Key, refuse } from '@trunkline/platform';
import { judgeAddress } from './judge-address.ts';
import { seal, unseal } from './seal.ts';
import type { TargetRow } from './targets.store.ts';

export type Opened = { address: string; secret: string | null };
export type Sealing = { keys: readonly Key[]; allowed: readonly string[] };

const signs: Record<TargetKind, 'must' | 'may' | 'never'> = {
  mail: 'never',
  slack: 'never',
  webhook: 'must',
  wecom: 'never',
  dingtalk: 'may',
  feishu: 'may',
};
/** Stands for the part of an address that is its key. */
const shortened = '…';
const mailAddress = /^[a-z0-9.!#$%&*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i;

/** Null where the key that sealed it is gone. */
export function openTarget(row: Pick<TargetRow, 'code' | 'shown' | 'sealed'>, keys: readonly Key[]): Opened | null {
  if (row.sealed === null) return { address: row.shown, secret: null };
  const text = unseal(keys, `notify-target:${row.code}`, row.sealed);
  return text === null ? null : (JSON.parse(text) as Opened);
}

/** The row of what was entered; `held` is the one it replaces: a secret that is absent stays, an address shown in part too. */
export function closeTarget(
  code: string,
  { given, held }: { given: NewTarget; held: TargetRow | null },
  { keys, allowed }: Sealing,
): TargetRow {
  const { name, kind, language, active } = given;
  const before = held?.kind === kind ? held : null;
  const opened =
    before && (given.address === before.shown || given.secret === undefined) ? openTarget(before, keys) : null;
  const address =
    before && given.address === before.shown ? (opened ?? refuse('secret-cannot-be-opened')).address : given.address;
  const secret = (given.secret === undefined ? opened?.secret : given.secret.trim()) || null;
  if (signs[kind] === 'never' && secret !== null) refuse('target-takes-no-secret');
  if (signs[kind] === 'must' && secret === null) refuse('target-needs-secret');
  if (kind === 'webhook' && !isWebhookSecret(secret ?? '')) refuse('secret-not-base64');
  const row = { code, name, kind, language, active, hasSecret: secret !== null };
  if (address.includes(shortened)) refuse('address-is-shortened');
  if (kind === 'mail') {
    if (!mailAddress.test(address)) refuse('not-a-mail-address');
    return { ...row, shown: address, sealed: null };
  }
  const judged = judgeAddress(address, allowed);
  if (!judged.ok) refuse(judged.because.code as 'target-not-public', judged.because.values);
  const sealed = seal(keys, `notify-target:${code}`, JSON.stringify({ address, secret } satisfies Opened));
  return { ...row, shown: `${judged.url.origin}/${shortened}`, sealed };
}

/** Standard Webhooks: `whsec_` (or nothing) and base64 of 24 to 64 bytes. */
function isWebhookSecret(secret: string): boolean {
  const text = secret.replace(/^whsec_/, '');
  const bytes = Buffer.from(text, 'base64').length;
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && bytes >= 24 && bytes <= 64;
}
