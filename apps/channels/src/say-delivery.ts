/** Says what became of words to customers: the `delivery.*` facts, keyed by conversation. */
import { counter, type NewFact, type Tx, writeFacts } from '@trunkline/platform';
import type { Outgoing } from './outbound.store.ts';

export type Became =
  | { kind: 'sent'; reference: string | null; socketOf: { account: string; address: string } | null }
  | { kind: 'delivered' }
  | { kind: 'read' }
  | { kind: 'failed'; because: string; detail: string }
  | { kind: 'unknown'; detail: string; because?: string };

const detailMax = 2000;
const deliveries = counter({
  name: 'trunkline_deliveries_total',
  help: 'words to customers that came into this state',
  labels: ['channel', 'state'],
});

export function sayDelivery(tx: Tx, words: Outgoing[], became: Became): Promise<void> {
  tx.afterCommit(() => {
    for (const { channel } of words) deliveries.inc({ channel, state: became.kind });
  });
  return writeFacts(
    tx,
    words.map((word) => factOf(word, became)),
  );
}

function factOf({ id, conversationId, channel, attempt }: Outgoing, became: Became): NewFact {
  const head = { messageId: id, conversationId, channel, attempt };
  const { kind, ...rest } = 'detail' in became ? { ...became, detail: became.detail.slice(0, detailMax) } : became;
  return { type: `delivery.${kind}`, key: conversationId, data: { ...head, ...rest } } as NewFact;
}
