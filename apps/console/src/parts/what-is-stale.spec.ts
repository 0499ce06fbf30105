/** A push says only what changed; the screen fetches that, and no more. */
import type { LiveChange } from '@trunkline/contracts';
import { whatIsStale } from './what-is-stale.ts';

const change = (kind: LiveChange['kind'], version = 5): LiveChange => ({ kind, id: 'c1', version });
const stale = (kind: LiveChange['kind'], known: number | null) =>
  whatIsStale(change(kind), known).map((key) => key.join(':'));

test('a conversation that moved on is fetched with its thread, its working and the lists', () => {
  expect(stale('conversation', 4)).toEqual([
    'conversation:c1',
    'messages:c1',
    'explain:c1',
    'deadlines:c1',
    'signs:c1',
    'offers',
    'conversations',
    'queues',
  ]);
});

test.each([
  ['one whose version is on the screen already is not fetched again', 5],
  ['nor one that is newer here than the push', 6],
])('%s', (_sentence, known) => expect(stale('conversation', known)).not.toContain('conversation:c1'));

test.each<[string, LiveChange['kind'], string[]]>([
  ['after a lost line everything is fetched', 'everything', ['']],
  [
    'a limit touches its conversation’s limits and the lists',
    'deadline',
    ['deadlines:c1', 'urgent', 'conversations', 'queues'],
  ],
  ['an agent’s state touches people, also oneself', 'agent', ['agents', 'colleagues', 'me']],
  ['an escalation touches what is to be answered', 'escalation', ['escalations']],
  ['a ticket touches the tickets and what is submitted', 'ticket', ['tickets', 'submissions']],
  ['a follow-up touches those to ask again', 'follow-up', ['follow-ups']],
  ['a sign touches the alerts', 'sign', ['alerts']],
  ['an incident touches the incidents', 'incident', ['incidents']],
  [
    'settings touch the policy, the staff and the roster',
    'settings',
    ['policy', 'policies', 'staff', 'colleagues', 'me', 'roster', 'duty'],
  ],
])('%s', (_sentence, kind, keys) => expect(stale(kind, null)).toEqual(keys));
