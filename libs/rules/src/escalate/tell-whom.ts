/** Who of a level hears of a matter: those on duty who are there, or the person named; where nothing is above, never nobody. */
import type { AgentId, Because, LadderLevel, Presence, Role, RosterDayV1, StaffV1 } from '@trunkline/contracts';
import { may } from '../may/may.ts';
import { type Duty, onDuty } from './on-duty.ts';

export type Around = {
  staff: readonly StaffV1[];
  roster: readonly RosterDayV1[];
  presence: (id: AgentId) => Presence | undefined;
  /** ms */
  at: number;
};
export type Whom = {
  /** Null: a named person. */
  role: Role | null;
  people: AgentId[];
  /** Whoever is told, nobody of them is at the desk. */
  isNobodyThere: boolean;
  because: Because;
};
/** `isLast`: nobody above could be told now. */
export type WhomAsked = { level: LadderLevel; queue: string; hiddenFrom: readonly AgentId[]; isLast: boolean };

export function tellWhom(asked: WhomAsked, around: Around): Whom {
  const { level, queue, hiddenFrom, isLast } = asked;
  const hearers = around.staff.filter((person) => !hiddenFrom.includes(person.id) && mayHear(person, queue));
  const { role = null, agentId } = level;
  if (role === null) {
    const named = hearers.filter(({ id }) => id === agentId).map(({ id }) => id);
    const isThere = named.some((id) => around.presence(id) === 'online');
    if (isThere) return { role, people: named, isNobodyThere: false, because: say('named-in-ladder') };
    if (isLast) return { role, ...anybody(named, hearers) };
    const because = named.length === 0 ? 'named-person-gone' : 'nobody-signed-in';
    return { role, people: [], isNobodyThere: true, because: say(because) };
  }
  const duty = onDuty({ ...around, role, queue, staff: hearers });
  if (duty.there.length > 0) return { role, people: duty.there, isNobodyThere: false, because: sayDuty(duty, queue) };
  if (!isLast) return { role, people: [], isNobodyThere: true, because: sayNobody(duty, queue) };
  const ofRole = hearers.filter((person) => person.role === role).map(({ id }) => id);
  return { role, ...anybody(duty.onDuty.length > 0 ? duty.onDuty : ofRole, hearers) };
}

/** Nobody who could not acknowledge it, and nobody whom it accuses. */
export const mayHear = (person: StaffV1, queue: string): boolean =>
  may({ person, does: 'acknowledge-escalation', thing: { queue } }).ok;

/** Nobody is there, and nobody is above: it is theirs all the same, else the administrators', else everybody's who may. */
function anybody(theirs: AgentId[], hearers: readonly StaffV1[]): Pick<Whom, 'people' | 'isNobodyThere' | 'because'> {
  const leads = hearers.filter(({ role }) => role === 'administrator').map(({ id }) => id);
  const people = [theirs, leads, hearers.map(({ id }) => id)].find((some) => some.length > 0) ?? [];
  return { people, isNobodyThere: true, because: say('told-though-nobody-is-there') };
}

const sayDuty = ({ by }: Duty, queue: string) =>
  say(by === 'roster' ? 'on-duty-by-roster' : 'on-duty-standing', { queue });
const sayNobody = (duty: Duty, queue: string) =>
  duty.by === 'roster' && duty.onDuty.length === 0 ? say('nobody-on-duty', { queue }) : say('nobody-signed-in');
const say = (code: string, values: Because['values'] = {}): Because => ({ code, values });
