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

/** How many were taken. After a throw the engine must be rebuilt. */
export async function takeInputs(
  postgres: Postgres,
  dispatch: Dispatch,
  { limit, parked }: { limit: number; parked: Parked },
): Promise<number> {
  const open = await readOpenInputs(postgres, limit);
  if (open.length === 0) return 0;
  dispatch.engine.beginBatch();
  const taken: Taken[] = [];
  const met = new Set<ConversationId>();
  for (const row of open) {
    // A second one about the same conversation belongs to the next batch: each commit compares one version of it.
    if (row.conversationId !== null && met.has(row.conversationId)) break;
    const input = { ...row, step: dispatch.lastStep + taken.length + 1 } as EngineInput;
    taken.push(hear(dispatch, input, parked));
    if (row.conversationId !== null) met.add(row.conversationId);
    for (const outcome of taken.at(-1)!.outcomes) if ('conversationId' in outcome) met.add(outcome.conversationId);
  }
  dispatch.lastStep = await commitDecisions(postgres, dispatch, taken);
  return taken.length;
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
