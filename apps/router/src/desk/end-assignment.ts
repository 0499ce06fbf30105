/** Ends whatever assignment is active; the agent's room is freed by the engine's step, not here. */
import type { AgentId, AssignmentId } from '@trunkline/contracts';
import { type NewFact, type Tx } from '@trunkline/platform';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';

/** Answers the fact to write once the conversation stands as it will. */
export async function endAssignment(
  tx: Tx,
  held: HeldConversation,
  because: string,
): Promise<(after: HeldConversation) => NewFact[]> {
  const [ended] = await tx.query<{ id: AssignmentId; agent_id: AgentId }>(
    `UPDATE assignment SET state = 'ended', ended_at = now(), because = jsonb_build_object('code', $2::text, 'values', '{}'::jsonb)
      WHERE conversation_id = $1 AND active RETURNING id, agent_id`,
    [held.id, because],
  );
  return (after) =>
    ended
      ? [
          {
            type: 'assignment.ended',
            key: after.id,
            data: { ...headOf(after), assignmentId: ended.id, formerAgentId: ended.agent_id, because },
          },
        ]
      : [];
}
