/** On a conversation's page: the next step's act by which a supervisor answers what is asked about it. */
import type { Conversation } from '@trunkline/contracts';
import { useCallback, useState } from 'react';
import { useMayDecide } from '../parts/use-role.ts';
import { useOfferAct } from '../procedure/offer-act.ts';
import { AnswerDialog } from './answer-dialog.tsx';

export function AnswerHere({ conversation }: { conversation: Conversation }) {
  const [isOpen, open] = useState(false);
  const mayDecide = useMayDecide();
  useOfferAct(
    'answer-consult',
    useCallback(() => open(true), []),
  );
  const consult = conversation.consults?.find(({ answeredAt, overAt }) => answeredAt === null && overAt === null);
  return isOpen && mayDecide && consult ? <AnswerDialog consult={consult} close={() => open(false)} /> : null;
}
