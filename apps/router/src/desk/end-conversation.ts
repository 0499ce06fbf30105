/** Ends a conversation, for now or for good: the assignment is over, the engine hears it, the clocks too. */
import { type LiveSettings, type Tx, writeFacts } from '@trunkline/platform';
import { wrapUpUnasked } from '../closing/begin-wrap-up.ts';
import { closeConsults } from '../consults/close-consults.ts';
import { putInputs } from '../dispatch/inputs.store.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { endAssignment } from './end-assignment.ts';
import type { Held } from './give-order.ts';

export type Ending = {
  state: 'solved' | 'closed';
  because:
    | 'solved-by-agent'
    | 'closed-by-agent'
    | 'closed-by-silence'
    | 'ended-unsatisfied'
    | 'survey-answered'
    | 'wants-nothing-more'
    | 'ended-by-silence'
    | 'confirmed-by-customer'
    | 'was-merged'
    | 'transferred-outside'
    | 'call-missed'
    | 'call-taken'
    | 'was-a-test';
  values?: Record<string, number | string>;
};
/** `person` null: by a rule of the policy. With `settings` whoever had it may be to wrap it up. */
export type Ended = {
  conversation: Held['conversation'];
  person: Held['person'] | null;
  settings?: Pick<LiveSettings, 'policy'> | undefined;
};

export async function endConversation(
  tx: Tx,
  { conversation, person, settings }: Ended,
  ending: Ending,
): Promise<void> {
  // before their room is free, or routing would fill it first
  if (settings) await wrapUpUnasked(tx, conversation, settings.policy);
  const ended = await endAssignment(tx, conversation, ending.state);
  // whoever it only rang for never had it, and is not preferred when the customer comes back
  if (conversation.state === 'offered') conversation.agentId = null;
  conversation.state = ending.state;
  conversation.version += 1;
  conversation.routingVersion += 1;
  conversation.assignmentId = null;
  await saveHeld(tx, conversation);
  await closeConsults(tx, conversation);
  await insertEvents(tx, [
    {
      conversationId: conversation.id,
      what: ending.state,
      agentId: person?.id ?? null,
      because: { code: ending.because, values: ending.values ?? {} },
    },
  ]);
  await putInputs(tx, [
    {
      kind: 'leaves',
      conversationId: conversation.id,
      agentId: null,
      routingVersion: conversation.routingVersion,
      body: { because: ending.state },
    },
  ]);
  const data = { ...headOf(conversation), because: ending.because };
  await writeFacts(tx, [
    ...ended(conversation),
    { type: ending.state === 'solved' ? 'conversation.solved' : 'conversation.closed', key: conversation.id, data },
  ]);
}
