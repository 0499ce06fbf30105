/** Greets the customer in the name of whom their conversation was given to: with their number, once by each person. */
import type { PolicyV1, StaffV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { wordGreeting } from '@trunkline/rules';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { sendToCustomer } from './send-to-customer.ts';

/** After the assignment is accepted, in its transaction. */
export async function greet(tx: Tx, held: HeldConversation, { person, policy }: { person: StaffV1; policy: PolicyV1 }) {
  if (held.automatic !== null || held.address === '') return;
  const { standard, language } = held;
  const [before] = await tx.query<{ times: number }>(
    `SELECT count(*)::int AS times FROM assignment
      WHERE conversation_id = $1 AND agent_id = $2 AND accepted_at IS NOT NULL`,
    [held.id, person.id],
  );
  const text = wordGreeting({ standard, language, person, hasGreeted: before!.times > 1 }, policy);
  if (text.trim() === '') return;
  held.version += 1;
  await sendToCustomer(tx, held, { kind: 'greeting', spokenBy: 'desk', author: null, text });
}
