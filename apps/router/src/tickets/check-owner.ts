/** Refuses an owner who could not answer: not there, not somebody who answers customers, or the accused. */
import type { AgentId, Complaint } from '@trunkline/contracts';
import { type LiveSettings, refuse } from '@trunkline/platform';
import { isHidden, may } from '@trunkline/rules';

type Owned = { complaint: Complaint | null; hiddenFrom: AgentId[] };

export function checkOwner(settings: LiveSettings, ownerId: AgentId, owned: Owned): void {
  const owner = settings.person(ownerId);
  if (!owner?.active) refuse('no-such-agent');
  if (isHidden(owned, owner)) refuse('accused-cannot-own');
  const mayAnswer = may({ person: owner, does: 'change-ticket', thing: { agentId: owner.id } }).ok;
  if (!mayAnswer) refuse('owner-cannot-answer', { agent: owner.name });
}
