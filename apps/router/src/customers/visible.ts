/** Which conversations a person may see, as a condition in SQL over `c`; the rule itself is `rules/may`. */
import type { StaffV1 } from '@trunkline/contracts';
import { fold } from '@trunkline/rules';

export type Visible = { sees: string; values: unknown[] };

/** `from`: how many parameters stand before. Whom a complaint is about does not see its conversation here at all. */
export function visible({ role, groups, id, number }: StaffV1, from: number): Visible {
  const [all, inGroups, me, theirNumber] = [1, 2, 3, 4].map((at) => `$${from + at}`);
  return {
    sees: `((${all}::boolean OR c.queue = ANY(${inGroups}::text[]) OR coalesce(c.agent_id = ${me}::uuid, false)
       OR coalesce(c.follower_id = ${me}::uuid AND c.is_open, false))
      AND NOT ${me}::uuid = ANY(c.hidden_from)
      AND NOT EXISTS (SELECT FROM ticket t WHERE t.conversation_id = c.id
                       AND (${me}::uuid = ANY(t.hidden_from) OR t.accused_number = ${theirNumber})))`,
    values: [role === 'administrator', groups, id, fold(number).trim()],
  };
}
