/** A person of the staff, for specs: say only what matters. */
import { type AgentId, newId, type StaffV1 } from '@trunkline/contracts';

export function anAgent(name: string, rest: Partial<StaffV1> = {}): StaffV1 {
  return {
    id: newId<AgentId>(),
    email: `${name.toLowerCase().replaceAll(' ', '.')}@desk.test`,
    name,
    number: '1',
    role: 'agent',
    language: 'en',
    groups: ['service'],
    skills: {},
    capacity: 60,
    standards: [],
    active: true,
    ...rest,
  };
}
