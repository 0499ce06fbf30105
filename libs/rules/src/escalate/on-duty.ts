/** Who of a role is on duty for a group, and who of them is there (`domain.md` §3: shifts). */
import type { AgentId, Presence, Role, RosterDayV1, RosterShift, StaffV1 } from '@trunkline/contracts';

export type DutyAsked = {
  role: Role;
  queue: string;
  /** ms */
  at: number;
  staff: Iterable<StaffV1>;
  roster: Iterable<RosterDayV1>;
  presence: (id: AgentId) => Presence | undefined;
};
export type Duty = {
  /** `standing`: the group has no roster, or the role is not rostered: all of the role who watch the group. */
  by: 'roster' | 'standing';
  onDuty: AgentId[];
  /** Of them, who is signed in and at the desk: one who is away hears nothing. */
  there: AgentId[];
  /** Everybody whose shift in this group runs. */
  onShift: AgentId[];
  /** ms: when the first of those on duty goes; null where no roster says so. */
  until: number | null;
};

/** A roster that ended so long ago is none any more, and one that begins so much later none yet: next month's plan. */
const dayMs = 86_400_000;

/** Supervisors by who supervises the running shift, others by whose shift runs; administrators always. */
export function onDuty({ role, queue, at, staff, roster, presence }: DutyAsked): Duty {
  const ofGroup = [...roster].filter((day) => day.queue === queue).flatMap(({ shifts }) => shifts);
  const running = ofGroup.filter(({ from, to }) => Date.parse(from) <= at && at < Date.parse(to));
  const isKept =
    role !== 'administrator' &&
    ofGroup.some(({ from, to }) => Date.parse(from) < at + dayMs && Date.parse(to) > at - dayMs);
  const people = [...staff].filter((person) => person.active);
  const shifts = isKept ? running.filter((shift) => isOfRole(role, shift, people)) : [];
  const ids = isKept ? shifts.map(({ agentId }) => agentId) : people.filter(watches(role, queue)).map(({ id }) => id);
  const all = [...new Set(ids)].sort();
  const ends = shifts.map(({ to }) => Date.parse(to)).sort((a, b) => a - b);
  return {
    by: isKept ? 'roster' : 'standing',
    onDuty: all,
    there: all.filter((id) => presence(id) === 'online'),
    onShift: [...new Set(running.map(({ agentId }) => agentId))].sort(),
    until: ends[0] ?? null,
  };
}

/** An administrator may supervise a shift too: for its time that is the supervisor. */
function isOfRole(role: Role, { agentId, supervises }: RosterShift, people: readonly StaffV1[]): boolean {
  const person = people.find(({ id }) => id === agentId);
  return role === 'supervisor' ? supervises && person !== undefined : person?.role === role;
}

const watches = (role: Role, queue: string) => (person: StaffV1) =>
  person.role === role && (role === 'administrator' || person.groups.includes(queue));
