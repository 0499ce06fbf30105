/** One batch: takes what the engine has not heard yet, numbers it, lets it decide, commits. */
import type { ConversationId } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import type { EngineInput } from '@trunkline/rules';
import { commitDecisions } from './commit-decisions.ts';
import { readOpenInputs } from './inputs.store.ts';
import type { Dispatch } from './rebuild-engine.ts';
import type { Taken } from './taken.ts';

/** The engine threw on this input: its memory is no longer to be trusted. */
export class Unweighable extends Error {
  constructor(
    readonly inputId: number,
    cause: unknown,
  ) {
    super(`the engine cannot weigh input ${inputId}: ${(cause as Error).message}`, { cause });
  }
}

/** Inputs to be parked, with what went wrong. */
export type Parked = ReadonlyMap<number, string>;

type Taking = { limit: number; parked: Parked };

/** How many were taken. After a throw the engine must be rebuilt. */
export async function takeInputs(postgres: Postgres, dispatch: Dispatch, taking: Taking): Promise<number> {
  const taken = await nextBatch(postgres, dispatch, taking);
  if (taken.length === 0) return 0;
  dispatch.lastStep = await commitDecisions(postgres, dispatch, {
    taken,
    onWritten: (step) => {
      if (taken.length === taking.limit) thinkAhead(postgres, dispatch, { taken, step, taking });
    },
  });
  return taken.length;
}

async function nextBatch(postgres: Postgres, dispatch: Dispatch, taking: Taking): Promise<Taken[]> {
  const ahead = await dispatch.ahead;
  dispatch.ahead = undefined;
  if (ahead && ahead.length > 0) return ahead;
  return hearAll(dispatch, await readOpenInputs(postgres, taking.limit), { from: dispatch.lastStep, taking });
}

/** So many wait that the next batch is heard while Postgres writes this one. Should that fail, both are forgotten. */
function thinkAhead(
  postgres: Postgres,
  dispatch: Dispatch,
  { taken, step, taking }: { taken: Taken[]; step: number; taking: Taking },
): void {
  const inHand = taken.map(({ input }) => input.id);
  dispatch.ahead = readOpenInputs(postgres, taking.limit, inHand).then((open) =>
    hearAll(dispatch, open, { from: step, taking }),
  );
  dispatch.ahead.catch(() => {}); // whoever takes the next batch hears of it
}

type OpenInput = Omit<EngineInput, 'step'>;

function hearAll(dispatch: Dispatch, open: OpenInput[], { from, taking }: { from: number; taking: Taking }): Taken[] {
  const taken: Taken[] = [];
  if (open.length === 0) return taken;
  dispatch.engine.beginBatch();
  const met = new Set<ConversationId>();
  for (const row of open) {
    // A second one about the same conversation belongs to the next batch: each commit compares one version of it.
    if (row.conversationId !== null && met.has(row.conversationId)) break;
    const input = { ...row, step: from + taken.length + 1 } as EngineInput;
    taken.push(hear(dispatch, input, taking.parked));
    if (row.conversationId !== null) met.add(row.conversationId);
    for (const outcome of taken.at(-1)!.outcomes) if ('conversationId' in outcome) met.add(outcome.conversationId);
  }
  return taken;
}

function hear({ engine }: Dispatch, input: EngineInput, parked: Parked): Taken {
  const detail = parked.get(input.id);
  if (detail !== undefined) return { input, outcomes: engine.park(input), outcome: { kind: 'parked', detail } };
  try {
    const outcomes = engine.hear(input);
    const refused = outcomes.find((one) => one.kind === 'refused');
    return { input, outcomes, outcome: refused ? { kind: 'refused', because: refused.because } : { kind: 'heard' } };
  } catch (cause) {
    throw new Unweighable(input.id, cause);
  }
}
