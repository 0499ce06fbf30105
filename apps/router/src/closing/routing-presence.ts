/** How an agent stands to routing, what the engine has yet to hear included, and telling it that this changes. */
import type { AgentId, Presence } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { putInputs } from '../dispatch/inputs.store.ts';
import { holdPresence } from '../presence/presence.store.ts';

export type Standing = 'online' | 'wrapping-up' | 'elsewhere';

/** Locks their presence: whoever signs out meanwhile comes after. */
export async function holdStanding(tx: Tx, agentId: AgentId): Promise<Standing> {
  const now = await holdPresence(tx, agentId);
  const [open] = await tx.query<{ state: Presence; code: string }>(
    `SELECT body->>'state' AS state, body#>>'{because,code}' AS code FROM dispatch_input
      WHERE step IS NULL AND agent_id = $1 AND kind = 'presence' ORDER BY id DESC LIMIT 1`,
    [agentId],
  );
  const { state, code } = open ?? { state: now.state, code: now.because.code };
  if (state === 'online') return 'online';
  return state === 'away' && code === 'wrapping-up' ? 'wrapping-up' : 'elsewhere';
}

export async function putPresence(
  tx: Tx,
  agentId: AgentId,
  { state, code }: { state: Presence; code: 'wrapping-up' | 'wrapped-up' },
): Promise<void> {
  const about = { kind: 'presence', conversationId: null, agentId, routingVersion: null } as const;
  await putInputs(tx, [{ ...about, body: { state, because: { code, values: {} } } }]);
}
