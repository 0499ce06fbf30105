/** Says by group which supervisors are on duty now and who of them is there. Pure. */
import type { AgentId, AgentRow, DutyRow, PolicyV1, RosterDayV1, StaffV1 } from '@trunkline/contracts';
import { onDuty } from '@trunkline/rules';

export type DutyAround = {
  policy: Pick<PolicyV1, 'queues'>;
  roster: ReadonlyMap<string, RosterDayV1>;
  staff: ReadonlyMap<AgentId, StaffV1>;
  agents: readonly Pick<AgentRow, 'id' | 'presence'>[];
  /** ms */
  at: number;
};

export function sayDuty({ policy, roster, staff, agents, at }: DutyAround): DutyRow[] {
  const states = new Map(agents.map(({ id, presence }) => [id, presence.state]));
  const around = { role: 'supervisor', at, staff: [...staff.values()], roster: [...roster.values()] } as const;
  return policy.queues
    .filter(({ archived }) => !archived)
    .map(({ code: queue }) => {
      const { until, ...duty } = onDuty({ ...around, queue, presence: (id) => states.get(id) });
      return { queue, ...duty, until: until === null ? null : new Date(until).toISOString() };
    });
}
