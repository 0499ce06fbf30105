/** Whether the customer of a conversation has shown who they are, and what may be done about it. */
import type { ConversationId, Verification } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import { isKnown, shownAddress } from '@trunkline/rules';
import type { GiveOrder } from '../desk/give-order.ts';
import { type CodeOut, lastCodes, ownAddresses, verifiedNow } from './verifications.store.ts';

export async function showVerification({ postgres, settings }: GiveOrder, id: ConversationId): Promise<Verification> {
  const now = (await verifiedNow(postgres, id)) ?? refuse('not-found');
  const code = (await lastCodes(postgres, [id])).get(id) ?? null;
  const own = await ownAddresses(postgres, id);
  const { protects, code: limits } = settings.policy.customers;
  const isVerified = now.verifiedUntil !== null && Date.parse(now.verifiedUntil) > Date.parse(now.now);
  const state = isVerified ? 'verified' : stateOf(code, now.now);
  const isOut = state === 'code-sent';
  return {
    state,
    by: isVerified ? now.by : null,
    sentTo: code && (isOut || state === 'locked' || now.by === 'code') ? shownAddress(code.address) : null,
    sentAt: isOut ? iso(code!.sentAt) : null,
    expiresAt: isOut ? iso(code!.expiresAt) : isVerified ? iso(now.verifiedUntil!) : null,
    triesLeft: isOut ? limits.tries - code!.tries : state === 'locked' ? 0 : null,
    verifiedAt: isVerified && now.verifiedAt ? iso(now.verifiedAt) : null,
    mayGoTo: own
      .filter((address) => isKnown(address, address.conversationBeganAt))
      .map(({ id: addressId, channel, address }) => ({ addressId, channel, shown: shownAddress(address) })),
    protects,
  };
}

const iso = (instant: string) => new Date(instant).toISOString();

function stateOf(code: CodeOut | null, now: string): 'none' | 'code-sent' | 'locked' {
  if (code?.state === 'locked') return 'locked';
  return code?.state === 'sent' && Date.parse(code.expiresAt) > Date.parse(now) ? 'code-sent' : 'none';
}
