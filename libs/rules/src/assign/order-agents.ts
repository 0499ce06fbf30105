/** Who is next in turn: the four ways a group may share work (`domain.md` §3). Ties always end somewhere. */
import type { Because, Queue } from '@trunkline/contracts';
import { capacityOf } from './may-take.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import type { RequiredNow } from './required-now.ts';

type Turn = { conversation: RememberedConversation; required: RequiredNow };
type Compare = (a: RememberedAgent, b: RememberedAgent, turn: Turn) => number;

const levels = 16;
/** Load in sixteenths of capacity. */
export function loadLevel(agent: RememberedAgent): number {
  const capacity = capacityOf(agent);
  return capacity === 0 ? levels : Math.floor((agent.load * levels) / capacity);
}

const ability = (agent: RememberedAgent, { required }: Turn) =>
  required.skills.reduce((sum, [skill]) => sum + (agent.record?.skills[skill] ?? 0), 0);
const given = (agent: RememberedAgent, { conversation }: Turn) => agent.given[conversation.queue] ?? 0;
const byText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** Who has nothing comes before who has something; of those, who has had nothing for longer. */
const idleLonger: Compare = (a, b) => {
  if (a.idleSince === null || b.idleSince === null) return Number(a.idleSince === null) - Number(b.idleSince === null);
  return byText(a.idleSince, b.idleSince);
};
const givenLongerAgo: Compare = (a, b) => a.lastGiven - b.lastGiven;

const ways: Record<Queue['mode'], { compare: Compare[]; because: string }> = {
  even: { compare: [(a, b, turn) => given(a, turn) - given(b, turn), givenLongerAgo], because: 'fewest-today' },
  'by-ability': {
    compare: [(a, b, turn) => ability(b, turn) - ability(a, turn), idleLonger, givenLongerAgo],
    because: 'highest-ability',
  },
  'longest-idle': { compare: [idleLonger, givenLongerAgo], because: 'longest-idle' },
  'least-loaded': {
    compare: [(a, b) => loadLevel(a) - loadLevel(b), (a, b) => a.levelSince - b.levelSince],
    because: 'least-loaded',
  },
};

export function orderAgents(able: RememberedAgent[], mode: Queue['mode'], turn: Turn): RememberedAgent[] {
  const { compare } = ways[mode];
  return able.sort((a, b) => {
    for (const one of compare) {
      const order = one(a, b, turn);
      if (order !== 0) return order;
    }
    return byText(a.id, b.id);
  });
}

/** `isOnly`: nobody else could have had it, or nobody who had not let it go before. */
export function whyFirst(isOnly: boolean, mode: Queue['mode']): Because {
  return { code: isOnly ? 'best-match' : ways[mode].because, values: {} };
}
