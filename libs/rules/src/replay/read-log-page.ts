/** A page of the routing log, as the router gives it, in the words of the engine. */
import type { RoutingLogPage } from '@trunkline/contracts';
import type { Remembered } from '../assign/engine.ts';
import type { EngineInput } from '../assign/engine-input.ts';
import type { LoggedInput, LogStart } from './routing-log.ts';

/** `start` is null on every page but the first. */
export function readLogPage({ snapshot, items }: RoutingLogPage): { start: LogStart | null; log: LoggedInput[] } {
  return {
    start: snapshot
      ? { ...snapshot, remembered: snapshot.remembered as unknown as Remembered } // kept by the engine itself
      : null,
    log: items.map(({ input, outcome, isParked, decisions }) => ({
      input: input as EngineInput,
      isParked,
      decisions,
      tookBack: outcome.kind === 'took-back' ? outcome.decisionIds : [],
    })),
  };
}
