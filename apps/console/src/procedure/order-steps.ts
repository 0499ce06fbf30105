/** Of what the procedures want, what is mine to do now, and what others are to do. */
import type { Conversation, NextStep } from '@trunkline/contracts';

type Seen = Pick<Conversation, 'state' | 'agentId' | 'nextSteps'>;
type Me = { id: string | null; mayDecide: boolean };
export type OrderedSteps = {
  /** The one primary act; null where only what the conversation's state wants is left. */
  first: NextStep | null;
  mine: NextStep[];
  others: NextStep[];
};

/** While it rings for me, taking it comes before all else. */
export function orderSteps({ state, agentId, nextSteps = [] }: Seen, me: Me): OrderedSteps {
  const isMine = agentId !== null && agentId === me.id;
  const isForMe = (step: NextStep) => step.for === 'anyone' || (step.for === 'assignee' ? isMine : me.mayDecide);
  const mine = nextSteps.filter(isForMe);
  const others = nextSteps.filter((step) => !isForMe(step));
  const [first = null, ...rest] = state === 'offered' && isMine ? [null, ...mine] : mine;
  return { first, mine: rest.filter((step) => step !== null), others };
}
