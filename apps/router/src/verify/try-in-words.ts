/** The customer writes the code in the conversation: it is tried at once, and the digits are kept from whoever reads later. */
import type { PolicyV1 } from '@trunkline/contracts';
import type { Key, Tx } from '@trunkline/platform';
import { codeInText } from '@trunkline/rules';
import type { Intake, IntakeBasis } from '../intake/intake.ts';
import { judge, storeTry } from './try-code.ts';
import { lastCodes } from './verifications.store.ts';

type Trying = { basis: Pick<IntakeBasis, 'places' | 'now'>; keys: readonly Key[]; policy: PolicyV1 };

/** Before the messages are stored, after their conversations are. What is tried counts, right or wrong. */
export async function tryInWords(tx: Tx, intake: Intake, { basis, keys, policy }: Trying): Promise<void> {
  const said = intake.messages.flatMap((message) => {
    const found = message.spokenBy === 'customer' && message.automatic === null ? codeInText(message.text) : null;
    return found ? [{ message, found }] : [];
  });
  if (said.length === 0) return;
  const out = await lastCodes(tx, [...new Set(said.map(({ message }) => message.conversationId))]);
  for (const { message, found } of said) {
    const code = out.get(message.conversationId);
    const held = basis.places.held.get(message.conversationId);
    if (!code || !held || code.state !== 'sent') continue;
    const judged = judge(code, found.code, { keys, policy, now: basis.now });
    if (judged.kind === 'refused') continue;
    message.text = found.masked;
    for (const touched of intake.touched)
      if (touched.id === held.id) touched.lastWords = codeInText(touched.lastWords)?.masked ?? touched.lastWords;
    await storeTry(tx, held, { out: code, judged, policy, person: null });
    out.set(held.id, { ...code, state: judged.kind === 'wrong' ? 'sent' : judged.kind, tries: code.tries + 1 });
  }
}
