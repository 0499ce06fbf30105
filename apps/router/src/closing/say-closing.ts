/** The desk's own words on the way to the end, in the customer's language; an empty text is switched off. */
import type { PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { keyOn, spokenIn, wordText } from '@trunkline/rules';
import { askCustomer } from '../answers/ask-customer.ts';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';

export const canBeTold = (held: HeldConversation): boolean => held.automatic === null && held.address !== '';

export async function sayClosing(tx: Tx, held: HeldConversation, policy: PolicyV1): Promise<void> {
  const text = wordText(keyOn('closing', held.standard, policy), held.language, policy);
  if (text.trim() === '' || !canBeTold(held)) return;
  held.version += 1;
  await sendToCustomer(tx, held, { kind: 'notice', spokenBy: 'desk', author: null, text });
}

type Asking = { kind: 'anything-else' | 'survey-offer' | 'survey' | 'solved'; key: string; policy: PolicyV1 };

const yesNo = ({ language }: HeldConversation, policy: PolicyV1) =>
  spokenIn(language, policy) === 'zh'
    ? [
        { code: 'yes', label: '是' },
        { code: 'no', label: '否' },
      ]
    : [
        { code: 'yes', label: 'Yes' },
        { code: 'no', label: 'No' },
      ];
const scores = [5, 4, 3, 2, 1].map((score) => ({ code: `score-${score}`, label: `${score}` }));

export async function askAbout(tx: Tx, held: HeldConversation, { kind, key, policy }: Asking): Promise<void> {
  const text = wordText(keyOn(key, held.standard, policy), held.language, policy);
  held.version += 1;
  await saveHeld(tx, held);
  const choices = kind === 'survey' ? scores : yesNo(held, policy);
  await askCustomer(tx, held, { kind, aboutId: held.id, text, choices, spokenBy: 'desk', author: null });
}
