/** A try at the code that is out: right verifies, wrong counts, the third wrong one locks. */
import type { AgentId, Because, ConversationId, PolicyV1, Verification } from '@trunkline/contracts';
import { type Key, refuse, type Tx, writeFacts } from '@trunkline/platform';
import { judgeTry, shownAddress, type TriedCode } from '@trunkline/rules';
import { claimByCode } from '../customers/claims.store.ts';
import { noteChanges } from '../customers/links.store.ts';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { isCode } from './make-code.ts';
import { showVerification } from './show-verification.ts';
import { type CodeOut, lastCodes, settleCode } from './verifications.store.ts';
import { verifyConversation } from './verify-conversation.ts';

/** A wrong one is written before it is refused: a try counts, whatever is answered. */
export async function tryCode(
  desk: GiveOrder,
  order: GivenOrder & { code: string; keys: readonly Key[] },
): Promise<Verification> {
  const tried = await desk.held(order, async (tx, { conversation, person }) => {
    const out = (await lastCodes(tx, [conversation.id])).get(conversation.id) ?? null;
    const basis = { keys: order.keys, policy: desk.settings.policy, now: await askTheTime(tx) };
    const judged = judge(out, order.code.trim(), basis);
    if (judged.kind === 'refused') return judged;
    conversation.version += 1;
    await saveHeld(tx, conversation);
    await storeTry(tx, conversation, { out: out!, judged, policy: basis.policy, person: person.id as AgentId });
    return judged;
  });
  if (tried.kind === 'refused') refuse(tried.because);
  if (tried.kind === 'locked') refuse('code-locked');
  if (tried.kind === 'wrong') refuse('wrong-code', { triesLeft: tried.triesLeft });
  return showVerification(desk, order.conversationId);
}

type Basis = { keys: readonly Key[]; policy: PolicyV1; now: string };

export const judge = (out: CodeOut | null, code: string, { keys, policy, now }: Basis): TriedCode =>
  judgeTry({
    code: out,
    matches: out !== null && isCode(keys, { of: out.id, code, hash: out.hash }),
    now,
    mostTries: policy.customers.code.tries,
  });

type Stored = {
  out: CodeOut;
  judged: Exclude<TriedCode, { kind: 'refused' }>;
  policy: PolicyV1;
  /** Null: the customer wrote it. */
  person: AgentId | null;
};

/** The caller holds the conversation and has raised its version. */
export async function storeTry(tx: Tx, held: HeldConversation, { out, judged, policy, person }: Stored): Promise<void> {
  const state = judged.kind === 'verified' ? 'verified' : judged.kind === 'locked' ? 'locked' : 'sent';
  await settleCode(tx, { id: out.id, state, tries: out.tries + 1 });
  if (judged.kind !== 'verified') return noteWrong(tx, held, { judged, person });
  await tx.query(
    `UPDATE address SET is_verified = true, verified_by = coalesce(verified_by, 'code'), verified_at = coalesce(verified_at, now()),
            standing = 'proven' WHERE id = $1`,
    [out.addressId],
  );
  if (out.addressId !== held.addressId) {
    const kind = out.address.includes('@') ? 'email' : 'phone';
    await claimByCode(tx, held.addressId, { kind, value: out.address });
  }
  const because = { code: 'code-right', values: { address: shownAddress(out.address) } };
  const shown = { by: 'code', hours: policy.customers.code.verifiedHours, person, because } as const;
  await writeFacts(tx, [await verifyConversation(tx, held, shown)]);
}

type Wrong = { judged: Extract<TriedCode, { kind: 'wrong' | 'locked' }>; person: AgentId | null };

async function noteWrong(tx: Tx, held: HeldConversation, { judged, person }: Wrong): Promise<void> {
  const isLocked = judged.kind === 'locked';
  const because: Because = isLocked
    ? { code: 'code-locked', values: {} }
    : { code: 'wrong-code', values: { triesLeft: judged.triesLeft } };
  const what = isLocked ? 'code-locked' : 'code-wrong';
  await insertEvents(tx, [{ conversationId: held.id, what, agentId: person, because }]);
  const details = { conversationId: held.id as ConversationId };
  await noteChanges(tx, [{ customerId: held.customerId, by: person, what, details }]);
}
