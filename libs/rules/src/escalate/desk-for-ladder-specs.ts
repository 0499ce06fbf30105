/** For specs: people, their presence and shifts, and a ladder over them. */
import type { AgentId, LadderLevel, PolicyV1, RosterDayV1, StaffV1 } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import type { Around } from './tell-whom.ts';

export const personOf = (name: string, rest: Partial<StaffV1> = {}): StaffV1 => ({
  id: name as AgentId,
  email: `${name}@desk.test`,
  name,
  number: '1',
  role: 'supervisor',
  language: 'en',
  groups: ['service'],
  skills: {},
  capacity: 6,
  standards: [],
  active: true,
  ...rest,
});

export const levelOf = (level: number, rest: Partial<LadderLevel> = {}): LadderLevel => ({
  level,
  ...(rest.agentId ? {} : { role: 'supervisor' as const }),
  acknowledgeMinutes: 15,
  pagedWhile: null,
  notify: [],
  ...rest,
});

type Time = Partial<PolicyV1['time']>;
export const ladderOf = (ladder: LadderLevel[], time: Time = {}, calendars: PolicyV1['calendars'] = {}): PolicyV1 => ({
  ...defaultPolicy,
  calendars: { ...defaultPolicy.calendars, ...calendars },
  time: { ...defaultPolicy.time, ...time, ladder },
});

export const shiftsOf = (queue: string, shifts: { who: string; from: string; to: string; leads?: boolean }[]) =>
  ({
    queue,
    date: (shifts[0]?.from ?? '2026-11-23').slice(0, 10),
    shifts: shifts.map(({ who, from, to, leads = true }) => ({ agentId: who as AgentId, from, to, supervises: leads })),
  }) satisfies RosterDayV1;

type Here = { staff: StaffV1[]; online: string[]; roster?: RosterDayV1[]; at?: string };
export const aroundOf = ({ staff, online, roster = [], at = '2026-11-23T10:00:00Z' }: Here): Around => ({
  staff,
  roster,
  presence: (id) => (online.includes(id) ? 'online' : 'offline'),
  at: Date.parse(at),
});
