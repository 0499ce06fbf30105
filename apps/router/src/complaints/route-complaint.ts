/** Brings a complaint to the team that works on complaints, and takes it from whom it is about. */
import type { AgentId, Kind, PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { chooseQueue } from '@trunkline/rules';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { handOn } from '../transfers/hand-on.ts';
import { topicOf } from '../transfers/transfers.store.ts';

type Routed = { kind: Kind; by: AgentId; policy: PolicyV1 };

/**
 * Whoever else has it keeps it: with them the customer is spoken to, and handing on is theirs to do. The one it is about
 * loses it at once, for no other reason than that another group has it now.
 */
export async function routeComplaint(tx: Tx, held: HeldConversation, { kind, by, policy }: Routed): Promise<void> {
  const isOpen = held.state === 'waiting' || held.state === 'offered';
  const isTheirs = held.agentId !== null && (held.hiddenFrom ?? []).includes(held.agentId);
  const isHeld = held.state === 'assigned' || held.state === 'with-customer';
  if (!isOpen && !(isHeld && isTheirs)) return;
  const queue = await queueOf(tx, held, { kind, policy });
  if (queue === held.queue && !isTheirs) return;
  await handOn(tx, held, { to: { queue }, by, policy });
}

/** Where the routing rules send what is of this kind. */
export async function queueOf(
  tx: Tx,
  held: HeldConversation,
  { kind, policy }: { kind: Kind; policy: PolicyV1 },
): Promise<string> {
  const { topic, label } = await topicOf(tx, held.id);
  const { standard, account, language } = held;
  return chooseQueue({ standard, account, topic, label, kind, language }, policy).queue;
}
