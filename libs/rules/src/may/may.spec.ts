/** Who may do what, to what. */
import type { AgentId, Role } from '@trunkline/contracts';
import { type Act, acts } from './acts.ts';
import { may, type Thing } from './may.ts';

const me = 'me' as AgentId;
const person = (role: Role, groups = ['service']) => ({ id: me, role, groups, active: true });
const inGroup: Thing = { queue: 'service', agentId: null };
const elsewhere: Thing = { queue: 'payments', agentId: 'other' as AgentId };

test.each<[string, Role, Act, Thing, true | string]>([
  ['an agent sees a conversation of the own group', 'agent', 'see-conversation', inGroup, true],
  ['an agent does not see another group’s', 'agent', 'see-conversation', elsewhere, 'not-your-group'],
  ['an agent sees what is with them, whatever the group', 'agent', 'reply', { ...elsewhere, agentId: me }, true],
  ['a monitor reads along', 'monitor', 'read-messages', inGroup, true],
  ['a monitor writes notes', 'monitor', 'write-note', inGroup, true],
  ['a monitor does not reply', 'monitor', 'reply', inGroup, 'not-allowed'],
  ['a supervisor takes over in the own groups', 'supervisor', 'take-over', inGroup, true],
  ['a supervisor does not reach other groups', 'supervisor', 'take-over', elsewhere, 'not-your-group'],
  ['an agent does not take over', 'agent', 'take-over', inGroup, 'not-allowed'],
  ['an administrator reaches all', 'administrator', 'take-over', elsewhere, true],
  ['a supervisor sees what is parked', 'supervisor', 'list-parked', {}, true],
  ['an agent does not', 'agent', 'list-parked', {}, 'not-allowed'],
  ['all read the policies', 'agent', 'read-policies', {}, true],
  ['only administrators publish one', 'supervisor', 'publish-policy', {}, 'not-allowed'],
  ['only administrators change staff', 'supervisor', 'change-staff', {}, 'not-allowed'],
  ['a supervisor acknowledges in the own groups', 'supervisor', 'acknowledge-escalation', inGroup, true],
  ['an agent acknowledges nothing', 'agent', 'acknowledge-escalation', inGroup, 'not-allowed'],
  ['a department member sees no conversation', 'department-member', 'see-conversation', inGroup, 'not-allowed'],
  ['everybody sees themselves', 'agent', 'see-agent', { personId: me, groups: [] }, true],
])('V7 %s', (_sentence, role, does, thing, expected) => {
  const verdict = may({ person: person(role), does, thing });
  expect(verdict.ok || verdict.because).toBe(expected);
});

const followed: Thing = { ...elsewhere, followerId: me };
const seen: Act[] = [
  'see-customer',
  'see-conversation',
  'read-messages',
  'read-attachment',
  'explain',
  'see-deadlines',
  'see-tickets',
  'see-ties',
  'see-submissions',
];
test.each((Object.keys(acts) as Act[]).filter((act) => acts[act].thing === 'conversation'))(
  'A30 who follows another group’s conversation may %s only where that changes nothing',
  (does) => expect(may({ person: person('agent'), does, thing: followed }).ok).toBe(seen.includes(does)),
);

test('A30 another’s follower, and one who was deactivated, see nothing of it', () => {
  const other = { ...elsewhere, followerId: 'other' as AgentId };
  expect(may({ person: person('agent'), does: 'see-conversation', thing: other }).ok).toBe(false);
  expect(may({ person: { ...person('agent'), active: false }, does: 'see-conversation', thing: followed }).ok).toBe(
    false,
  );
});

test.each((Object.keys(acts) as Act[]).filter((act) => acts[act].thing === 'conversation'))(
  'A21 whom a complaint is about may not %s, not as the holder, the follower, a supervisor or the administrator',
  (does) => {
    for (const role of ['agent', 'call-back-agent', 'monitor', 'supervisor', 'administrator'] as const) {
      const thing = { queue: 'service', agentId: me, followerId: me, hiddenFrom: [me] };
      expect(may({ person: person(role), does, thing }).ok).toBe(false);
      const about = may({ person: person(role), does, thing: { ...thing, hiddenFrom: ['other' as AgentId] } });
      expect(about.ok).toBe((acts[does].roles as readonly string[]).includes(role));
    }
  },
);

test.each(Object.keys(acts) as Act[])('V7 who was deactivated may not %s', (does) => {
  const verdict = may({ person: { ...person('administrator'), active: false }, does, thing: inGroup });
  expect(verdict).toEqual({ ok: false, because: 'not-allowed' });
});

test.each((Object.keys(acts) as Act[]).filter((act) => acts[act].thing === 'conversation'))(
  'V7 without a group in common nobody but an administrator may %s',
  (does) => {
    for (const role of ['agent', 'call-back-agent', 'monitor', 'supervisor', 'department-member'] as const) {
      expect(may({ person: person(role, []), does, thing: elsewhere }).ok).toBe(false);
    }
  },
);
