/** All work that asks for the same: one queue of those who wait, one order of turns of those who could take it now. */
import type { Queue, Standard } from '@trunkline/contracts';
import type { AgentRows } from './agent-rows.ts';
import { IndexedHeap, type Order } from './indexed-heap.ts';
import type { RequiredNow } from './required-now.ts';

export type Asks = RequiredNow & { queue: string; standard: Standard; weight: number };

export type WorkClass = Asks & {
  number: number;
  mode: Queue['mode'];
  waiting: IndexedHeap;
  inTurn: IndexedHeap;
  /** Of those online: in its groups; with its skills too; who take its channel too; had their share, else able. */
  inGroup: number;
  skilled: number;
  could: number;
  /** Of those with the skills, who serves this standard, but has no telephone for it. */
  phoneless: number;
  limited: number;
  /** Place among the classes where somebody waits and somebody could take it, or -1. */
  openPlace: number;
};

export const keyOf = ({ queue, groups, skills, standard, weight }: Asks): string =>
  JSON.stringify([queue, groups, skills, standard, weight]);

type IsBefore = Order['isBefore'];

/** The four ways a group may share work, on the columns; the same order as `order-agents`. */
export function turnsOf(agents: AgentRows, { mode, queue, skills }: Asks & { mode: Queue['mode'] }): IsBefore {
  const byId: IsBefore = (one, other) => agents.row(one).id < agents.row(other).id;
  const longerAgo: IsBefore = (one, other) => {
    const earlier = agents.lastGiven[one]! - agents.lastGiven[other]!;
    return earlier < 0 || (earlier === 0 && byId(one, other));
  };
  const idleLonger: IsBefore = (one, other) => {
    const mine = agents.idleSince[one]!;
    const theirs = agents.idleSince[other]!;
    return mine < theirs || (mine === theirs && longerAgo(one, other));
  };
  const ability = (one: number) => {
    const has = agents.row(one).record!.skills;
    return skills.reduce((sum, [skill]) => sum + (has[skill] ?? 0), 0);
  };
  const modes: Record<Queue['mode'], IsBefore> = {
    even: (one, other) => {
      const fewer = agents.givenOf(one, queue) - agents.givenOf(other, queue);
      return fewer < 0 || (fewer === 0 && longerAgo(one, other));
    },
    'by-ability': (one, other) => {
      const abler = ability(one) - ability(other);
      return abler > 0 || (abler === 0 && idleLonger(one, other));
    },
    'longest-idle': idleLonger,
    'least-loaded': (one, other) => {
      const fuller = agents.level[one]! - agents.level[other]!;
      if (fuller !== 0) return fuller < 0;
      const earlier = agents.levelSince[one]! - agents.levelSince[other]!;
      return earlier < 0 || (earlier === 0 && byId(one, other));
    },
  };
  return modes[mode];
}
