/** What was asked of the supervisor and what they said: to be followed until the customer is answered. */
import type { Consult, Conversation, NextStep } from '@trunkline/contracts';

const shown = (text: string) => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

/** An instruction is for who asked: handed on, it is history that the capsule tells. */
export function consultSteps({ consults = [], state, agentId, lastFrom, lastAt }: Conversation): NextStep[] {
  if (state === 'solved' || state === 'closed') return [];
  const open = consults.filter(({ answeredAt, overAt }) => answeredAt === null && overAt === null);
  const last = consults.find(({ answeredAt }) => answeredAt !== null);
  const isFollowed = lastFrom === 'agent' && lastAt > (last?.answeredAt ?? '');
  const isTheirs = last?.askedBy === null || last?.askedBy === agentId;
  return [
    ...(last && isTheirs && !isFollowed ? [follow(last)] : []),
    ...open.map(answer),
    ...(open.length > 0 ? [wait] : []),
  ];
}

const follow = ({ instruction }: Consult): NextStep => ({
  because: { code: 'step-follow-instruction', values: { instruction: shown(instruction ?? '') } },
  act: 'reply',
  for: 'assignee',
  isRequired: true,
});
const answer = ({ id, wanted }: Consult): NextStep => ({
  because: { code: 'step-answer-consult', values: { wanted: shown(wanted), consult: id } },
  act: 'answer-consult',
  for: 'supervisor',
  isRequired: true,
});
const wait: NextStep = {
  because: { code: 'step-wait-for-supervisor', values: {} },
  act: null,
  for: 'assignee',
  isRequired: false,
};
