/** Says that a mail has come: at most once a mailbox in 24 hours, whoever names it how often, and under a cap for all. */
import type { PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { mailboxOf, mayAcknowledge } from '@trunkline/rules';
import type { OpenedConversation } from '../intake/conversations.store.ts';
import { sendToCustomer } from './send-to-customer.ts';

/** A flood of forged senders must not become a flood of ours. */
const mostAnHour = 1_000;

/** For the conversations that this transaction opened. */
export async function acknowledge(tx: Tx, opened: OpenedConversation[], policy: PolicyV1): Promise<void> {
  if (!policy.mail.acknowledges) return;
  const first = new Map<string, () => Promise<unknown>>();
  for (const one of opened.filter(({ standard }) => standard === 'mail')) {
    const words = mayAcknowledge(one, policy);
    const mailbox = mailboxOf(one.address);
    if (words.kind === 'acknowledges' && !first.has(mailbox)) first.set(mailbox, () => send(tx, one, words));
  }
  for (const mailbox of await claimMailboxes(tx, [...first.keys()].sort())) await first.get(mailbox)!();
}

/** Nothing of what was written to us goes out: the sender may be a victim whose name somebody uses (V2). */
function send(tx: Tx, conversation: OpenedConversation, { text, subject }: { text: string; subject: string }) {
  const { address, threadKey } = conversation;
  conversation.version += 1;
  return sendToCustomer(tx, conversation, {
    kind: 'greeting',
    spokenBy: 'desk',
    author: null,
    text,
    instead: { subject, to: { address, name: null }, thread: { key: threadKey, references: [] } },
  });
}

/** Of these, the ones that were told nothing within a day. Sorted: two transactions never wait for each other. */
async function claimMailboxes(tx: Tx, mailboxes: string[]): Promise<string[]> {
  if (mailboxes.length === 0) return [];
  const [counted] = await tx.query<{ lately: number }>(
    `SELECT count(*)::int AS lately FROM acknowledgement WHERE at > now() - interval '1 hour'`,
  );
  const rows = await tx.query<{ mailbox: string }>(
    `INSERT INTO acknowledgement (mailbox)
     SELECT mailbox FROM unnest($1::text[]) WITH ORDINALITY AS asked (mailbox, place) ORDER BY place
     ON CONFLICT (mailbox) DO UPDATE SET at = now() WHERE acknowledgement.at <= now() - interval '24 hours'
     RETURNING mailbox`,
    [mailboxes.slice(0, Math.max(0, mostAnHour - counted!.lately))],
  );
  return rows.map(({ mailbox }) => mailbox);
}
