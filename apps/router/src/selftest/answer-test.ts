/** Answers the desk's own test, and ends it: without an agent, for none was called. */
import type { MessageId, TestAnswered } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { endConversation } from '../desk/end-conversation.ts';
import type { GivenOrder, GiveOrder, Held } from '../desk/give-order.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';

type Test = Omit<GivenOrder, 'does'>;

export async function answerTest(desk: GiveOrder, test: Test & { mark: string }): Promise<TestAnswered> {
  const messageId = await desk.held({ ...test, does: 'run-selftest' }, async (tx, held): Promise<MessageId> => {
    mustBeTest(held);
    held.conversation.version += 1;
    const text = `The desk has read what it wrote to itself: ${test.mark}`;
    return sendToCustomer(tx, held.conversation, { kind: 'reply', spokenBy: 'desk', author: null, text });
  });
  return { messageId };
}

export async function finishTest(desk: GiveOrder, test: Test): Promise<void> {
  await desk.held({ ...test, does: 'run-selftest' }, async (tx, held) => {
    mustBeTest(held);
    await tagCustomer(tx, held.conversation.customerId);
    if (held.conversation.state === 'closed') return;
    await endConversation(tx, { conversation: held.conversation, person: held.person }, ended);
  });
}

const ended = { state: 'closed', because: 'was-a-test' } as const;
const tag = 'selftest';

/** Nobody writes by this way to somebody who waits. */
function mustBeTest({ conversation }: Held): void {
  if (conversation.automatic !== 'auto-generated') refuse('not-a-test');
  if (conversation.state !== 'solved' && conversation.state !== 'closed') refuse('not-a-test');
}

async function tagCustomer(tx: Tx, customerId: string): Promise<void> {
  await tx.query(
    'UPDATE customer SET tags = tags || to_jsonb($2::text), version = version + 1 WHERE id = $1 AND NOT tags @> to_jsonb($2::text)',
    [customerId, tag],
  );
}
