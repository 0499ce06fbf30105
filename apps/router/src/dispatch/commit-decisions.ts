/** Carries a batch's decisions out in one transaction, fence first; one that met a changed conversation is dropped. */
import type { AgentId, ConversationId } from '@trunkline/contracts';
import { Fenced, faultPoint, type Postgres, type Tx, writeFacts } from '@trunkline/platform';
import { directCall } from '../calls/direct-call.ts';
import { savePresences } from '../presence/presence.store.ts';
import { tellNotPlaced } from '../transfers/tell-not-placed.ts';
import { endAssignments, openAssignments, saveLoads, weighAssignments } from './assignments.store.ts';
import { headsAfter, holdDecided, insertDecisions, insertLines, saveDecided } from './decisions.store.ts';
import { decidedIn, dropStale, isAbout, staleOnes } from './drop-stale.ts';
import { type Folded, foldOutcomes } from './fold-outcomes.ts';
import { insertDropped, numberInputs } from './inputs.store.ts';
import { countBatch } from './measure-dispatch.ts';
import { keepMemory } from './memory.store.ts';
import type { Dispatch } from './rebuild-engine.ts';
import { sayInTurn } from './say-in-turn.ts';
import type { HeldRow, Taken } from './taken.ts';
import { tellDecisions } from './tell-decisions.ts';

type Batch = {
  taken: Taken[];
  /** Called with its last step as soon as all is written down here and nothing was dropped: the engine may go on. */
  onWritten?: (step: number) => void;
};

/** Gives the last step numbered. After a throw nobody knows what is true: the engine must be rebuilt. */
export async function commitDecisions(postgres: Postgres, dispatch: Dispatch, batch: Batch): Promise<number> {
  const lastStep = await postgres.transaction((tx) => commit(tx, dispatch, batch));
  faultPoint('dispatch.after-commit');
  return lastStep;
}

async function commit(tx: Tx, dispatch: Dispatch, { taken, onWritten }: Batch): Promise<number> {
  const step = await fenceOff(tx, dispatch, taken.length);
  const held = await holdDecided(tx, decidedIn(taken));
  const stale = staleOnes(taken, held);
  const dropped = dropStale(dispatch.engine, { taken, stale, step });
  const folded = foldOutcomes(taken.flatMap((one) => one.outcomes).filter((one) => !isAbout(one, stale)));
  const turns = sayInTurn(tx);
  const writing = Promise.all([numberInputs(turns, taken, stale), ...carryOut(turns, dispatch, { folded, held })]);
  if (dropped.inputs.length === 0) onWritten?.(step);
  await writing;
  await tellNotPlaced(tx, notPlaced(taken));
  if (dropped.inputs.length > 0) {
    await insertDropped(tx, dropped);
    await fenceOff(tx, { ...dispatch, lastStep: step }, dropped.inputs.length);
  }
  faultPoint('dispatch.before-commit');
  tx.afterCommit(() => countBatch(taken, { folded, dropped }));
  return step + dropped.inputs.length;
}

/** Handed on to somebody who could not have it. */
const notPlaced = (taken: readonly Taken[]) =>
  taken.flatMap(({ input, outcome }) =>
    input.kind === 'place' &&
    outcome.kind === 'refused' &&
    input.body.how === 'transferred' &&
    input.conversationId &&
    input.agentId
      ? [{ conversationId: input.conversationId, agentId: input.agentId }]
      : [],
  );

/** The first statement of all: whoever took over has raised the epoch, and a commit we did not hear of the step. */
async function fenceOff(tx: Tx, { fence, lastStep, engine }: Dispatch, count: number): Promise<number> {
  const rows = await tx.query(
    `UPDATE dispatcher SET last_step = $4, last_at = $5 WHERE epoch = $1 AND owner = $2 AND last_step = $3 RETURNING 1`,
    [fence.epoch, fence.owner, lastStep, lastStep + count, engine.at],
  );
  if (rows.length === 0) throw new Fenced('dispatcher');
  return lastStep + count;
}

/** Begun in the order in which they are carried out. */
function carryOut(
  tx: Tx,
  { engine, heard }: Dispatch,
  { folded, held }: { folded: Folded; held: ReadonlyMap<string, HeldRow> },
): Promise<void>[] {
  const touched = engine.touched();
  return [
    endAssignments(tx, folded.ended),
    openAssignments(tx, [...folded.opened.values()]),
    weighAssignments(tx, folded.weighs),
    saveDecided(tx, [...folded.finals.values()]),
    insertDecisions(tx, folded.decisions),
    insertLines(tx, folded),
    saveLoads(tx, touched.agents),
    savePresences(tx, folded.presences),
    keepMemory(tx, touched),
    writeFacts(tx, tellDecisions(folded, headsAfter(folded, held))),
    ...callsGiven(folded, held).map((given) => directCall(tx, given, heard.staff.get(given.agentId))),
  ];
}

/** Calls that somebody has now without having accepted an offer: their telephone is to ring. */
const callsGiven = ({ finals }: Folded, held: ReadonlyMap<string, HeldRow>) =>
  [...finals.values()].filter(
    (final) => final.kind === 'assigned' && held.get(final.conversationId)?.standard === 'call',
  ) as { conversationId: ConversationId; agentId: AgentId }[];
