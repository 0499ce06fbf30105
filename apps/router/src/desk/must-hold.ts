/** Refuses with the holder's name what only the one who has the conversation may do. */
import type { StaffV1 } from '@trunkline/contracts';
import { type LiveSettings, refuse } from '@trunkline/platform';
import type { HeldConversation } from '../intake/conversations.store.ts';

export function mustHold(conversation: HeldConversation, person: StaffV1, settings: LiveSettings): void {
  if (conversation.state === 'closed') refuse('already-closed');
  if (conversation.state === 'solved') refuse('already-solved');
  const isTheirs = conversation.state === 'assigned' || conversation.state === 'with-customer';
  if (isTheirs && conversation.agentId === person.id) return;
  if (conversation.state === 'offered' && conversation.agentId === person.id) refuse('not-taken-yet');
  const holder = conversation.agentId === null ? undefined : settings.person(conversation.agentId);
  refuse('not-yours', { holder: holder?.name ?? '—' });
}
