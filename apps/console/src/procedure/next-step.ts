/** What to do next with a conversation, and why: the one primary act of the card. */
import type { Call, Conversation } from '@trunkline/contracts';

export type NextStep = {
  act: 'accept' | 'reply' | 'close' | 'take-over' | null;
  because:
    | 'rings-for-you'
    | 'owed-an-answer'
    | 'customer-is-to-answer'
    | 'solved-already'
    | 'is-over'
    | 'with-another'
    | 'waits-for-somebody'
    | 'rings-elsewhere'
    | 'with-the-bot'
    | 'on-the-phone'
    | 'call-is-over';
};
type Seen = Pick<Conversation, 'state' | 'agentId'> & { call?: Pick<Call, 'state'> | null | undefined };

export function nextStep(conversation: Seen, me: string | null, mayDecide: boolean): NextStep {
  const isMine = conversation.agentId !== null && conversation.agentId === me;
  const lead = mayDecide ? 'take-over' : null;
  switch (conversation.state) {
    case 'closed':
      return { act: null, because: 'is-over' };
    case 'solved':
      return { act: 'close', because: 'solved-already' };
    case 'bot':
      return { act: null, because: 'with-the-bot' };
    case 'waiting':
      return { act: lead, because: 'waits-for-somebody' };
    case 'offered':
      return isMine ? { act: 'accept', because: 'rings-for-you' } : { act: null, because: 'rings-elsewhere' };
    case 'assigned':
      if (isMine && conversation.call)
        return { act: null, because: goesOn(conversation.call) ? 'on-the-phone' : 'call-is-over' };
      return isMine ? { act: 'reply', because: 'owed-an-answer' } : { act: lead, because: 'with-another' };
    case 'with-customer':
      return { act: null, because: isMine ? 'customer-is-to-answer' : 'with-another' };
  }
}

const goesOn = ({ state }: Pick<Call, 'state'>) => state === 'ringing' || state === 'answered';
