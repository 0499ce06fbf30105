/** May this person do that to this thing? Every route, push and search asks it (design §2, promises C). */
import type { AgentId, StaffV1 } from '@trunkline/contracts';
import { type Act, acts } from './acts.ts';

/** A conversation: `queue`, `agentId` (who holds it), `followerId`. A group: `queue`. A person: `personId` and `groups`. */
export type Thing = {
  queue?: string;
  agentId?: AgentId | null;
  /** Who stays with it, while it is not closed. */
  followerId?: AgentId | null | undefined;
  /** Whom a complaint of it is about: for them it is not there, whatever their role (`domain.md` §5). */
  hiddenFrom?: readonly AgentId[] | undefined;
  /** Departments that were handed it. */
  departments?: readonly string[];
  personId?: AgentId;
  groups?: readonly string[];
};
export type Asked = {
  person: Pick<StaffV1, 'id' | 'role' | 'groups' | 'active' | 'departments'>;
  does: Act;
  thing?: Thing | undefined;
};
export type Verdict = { ok: true } | { ok: false; because: 'not-allowed' | 'not-your-group' | 'not-found' };

const yes: Verdict = { ok: true };

/**
 * Agents see what is in their groups or with them; supervisors and monitors what is in the groups they watch over;
 * administrators all; members of a department what was handed to it. Who follows what was escalated sees it wherever it goes, and changes nothing (A30). Whether the act fits the state (is it still yours?) is its owner's question, not this one's.
 */
export function may({ person, does, thing = {} }: Asked): Verdict {
  const rule = acts[does];
  if (!person.active || !(rule.roles as readonly string[]).includes(person.role)) {
    return { ok: false, because: 'not-allowed' };
  }
  if (thing.hiddenFrom?.includes(person.id)) return { ok: false, because: 'not-found' };
  if (rule.thing === 'none' || person.role === 'administrator') return yes;
  if (reaches(person, rule.thing, thing)) return yes;
  if ('follows' in rule && thing.followerId != null && thing.followerId === person.id) return yes;
  return { ok: false, because: 'not-your-group' };
}

function reaches(person: Asked['person'], kind: 'conversation' | 'group' | 'person', thing: Thing): boolean {
  if (kind === 'person' && thing.personId === person.id) return true;
  if (kind === 'person') return (thing.groups ?? []).some((group) => person.groups.includes(group));
  // of what is the desk's they see what was handed to them, whatever groups stand in their record
  if (kind === 'conversation' && person.role === 'department-member')
    return (thing.departments ?? []).some((one) => person.departments?.includes(one));
  if (kind === 'conversation' && thing.agentId != null && thing.agentId === person.id) return true;
  return thing.queue !== undefined && person.groups.includes(thing.queue);
}
