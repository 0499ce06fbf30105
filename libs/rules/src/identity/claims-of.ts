/** What a message says of its sender besides the address: other addresses and ids of theirs, and by whose word. */
import type { AskedField, MessageReceivedV1 } from '@trunkline/contracts';
import { numbersIn } from '../sensitive/numbers-in.ts';
import { isForged } from './standing-of.ts';

export type Claim = {
  kind: 'email' | 'phone' | 'external-id' | 'order';
  value: string;
  /** A code that was sent there came back; else as the contract has it. */
  by: 'host-site' | 'provider' | 'customer' | 'code';
};

const mostClaims = 12;

/** Each once, in one spelling. What may be forged, and what a machine wrote, proves nothing. */
export function claimsOf(message: MessageReceivedV1, form: readonly AskedField[] = []): Claim[] {
  if (message.automatic !== null || isForged(message)) return [];
  const claims = [
    ...vouched(message),
    ...told(message),
    ...typed(message, form),
    ...written(message),
    ...orders(message),
  ];
  const own = spell({ kind: message.from.address.includes('@') ? 'email' : 'phone', value: message.from.address });
  const once = new Map(claims.map((claim) => [`${claim.kind} ${claim.value} ${claim.by}`, claim]));
  return [...once.values()].filter(({ value }) => value !== '' && value !== own).slice(0, mostClaims);
}

function vouched({ from }: MessageReceivedV1): Claim[] {
  if (from.vouchedBy !== 'host-site' || from.email === null) return [];
  return [{ kind: 'email', value: spell({ kind: 'email', value: from.email }), by: 'host-site' }];
}

/** An id is one site's own: another site's 42 is somebody else. */
function told({ from, account }: MessageReceivedV1): Claim[] {
  return (from.evidence ?? []).map(({ kind, value, by }) => ({
    kind,
    value: kind === 'external-id' ? `${account}:${value}` : spell({ kind, value }),
    by,
  }));
}

function typed({ form: answers = {} }: MessageReceivedV1, form: readonly AskedField[]): Claim[] {
  return Object.entries(answers).flatMap(([code, value]): Claim[] => {
    const kind = form.find((field) => field.code === code)?.kind ?? code;
    if (kind === 'email' && /^[^@\s]+@[^@\s]+$/.test(value.trim()))
      return [{ kind, value: spell({ kind, value }), by: 'customer' }];
    if (kind === 'phone' && /\d{5}/.test(value.replace(/\D/g, '')))
      return [{ kind, value: spell({ kind, value }), by: 'customer' }];
    return [];
  });
}

/** An address in plain words, in what is short enough to be about oneself. */
function written({ text }: MessageReceivedV1): Claim[] {
  if (text.length > 2_000) return [];
  const emails = text.match(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/g) ?? [];
  const phones = text.match(/\+\d[\d ()-]{6,20}\d/g) ?? [];
  return [
    ...emails.slice(0, 2).map((value) => ({ kind: 'email' as const, value })),
    ...phones.slice(0, 2).map((value) => ({ kind: 'phone' as const, value })),
  ].map((one) => ({ ...one, value: spell(one), by: 'customer' }));
}

/** Counts only together with the same name. */
function orders({ from, subject, text }: MessageReceivedV1): Claim[] {
  if (from.name === null) return [];
  return numbersIn(`${subject ?? ''}\n${text}`)
    .slice(0, 3)
    .map((value) => ({ kind: 'order', value, by: 'customer' }));
}

/** One address, one string: as channels write addresses. */
export function spell({ kind, value }: { kind: string; value: string }): string {
  const plain = value.normalize('NFKC').trim().toLowerCase();
  if (kind !== 'phone') return plain;
  const digits = plain.replace(/\D/g, '').replace(/^00/, '');
  return digits === '' ? '' : `+${digits}`;
}
